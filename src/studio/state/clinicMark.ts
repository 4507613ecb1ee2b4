import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

/** What stands on pictures that leave the clinic; its line of words is the clinic's name. Kept on this device. */
export interface ClinicMark {
  readonly onPictures: boolean;
  /** A PNG as a data address, or none. */
  readonly image: string | null;
}

const NONE: ClinicMark = { onPictures: false, image: null };
/** More than the image that is kept can need, and little of a browser's 5 MB of such storage. */
const MOST_LETTERS = 1_500_000;

/** What was kept, as far as it is what it should be. */
export function clinicMarkFrom(kept: unknown): ClinicMark {
  if (typeof kept !== 'object' || kept === null) return NONE;
  const image: unknown = Reflect.get(kept, 'image');
  const sound =
    typeof image === 'string' && image.length <= MOST_LETTERS && /^data:image\/png;base64,[\w+/=]*$/.test(image);
  return { onPictures: Reflect.get(kept, 'onPictures') === true, image: sound ? image : null };
}

export const clinicMarkStore = createStore<ClinicMark>()(
  persist((): ClinicMark => NONE, { name: 'follicle.mark', merge: (kept) => clinicMarkFrom(kept) }),
);
