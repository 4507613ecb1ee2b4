import type { PhotoPoint } from '../../geometry/units';
import { BLANK_VIEW, isSomewhere, still, type Tool } from '../tool';

/** The place on growing hair that was picked last. */
interface DonorState {
  readonly place: PhotoPoint | null;
}

/** Picks a place on growing hair, to be read. It edits nothing itself. */
export const donorTool: Tool<DonorState> = {
  start: { place: null },

  step(state, event, { photo }) {
    if (!isSomewhere(event) || event.type !== 'press') return still(event.type === 'cancel' ? { place: null } : state);
    const { x, y } = event.photo;
    const inside = x >= 0 && y >= 0 && x < photo.width && y < photo.height;
    return still(inside ? { place: { x, y } } : state);
  },

  view: ({ place }) => ({ ...BLANK_VIEW, ringed: place, hint: 'hint.donor' }),
};
