import type { PhotoPoint } from '../geometry/units';
import { BLANK_VIEW, isSomewhere, still, type Tool } from './tool';

/** The places picked so far: hair or stubble first, then bare skin beside it in the same light. */
export interface PickState {
  readonly places: readonly PhotoPoint[];
}

/** Picks two places on the photo, whose colours are then compared. It edits nothing itself. */
export const pickTool: Tool<PickState> = {
  start: { places: [] },

  step(state, event, { photo }) {
    if (!isSomewhere(event)) return still(state);
    switch (event.type) {
      case 'press': {
        const { x, y } = event.photo;
        if (x < 0 || y < 0 || x >= photo.width || y >= photo.height) return still(state);
        return still({ places: state.places.length < 2 ? [...state.places, { x, y }] : [{ x, y }] });
      }
      case 'cancel':
      case 'remove':
        return still({ places: state.places.slice(0, -1) });
      default:
        return still(state);
    }
  },

  view: ({ places }) => ({
    ...BLANK_VIEW,
    picked: places,
    hint: places.length === 1 ? 'hint.pickSkin' : 'hint.pickHair',
  }),
};
