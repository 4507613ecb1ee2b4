import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { refuse } from './refusal';
import type { PhotoRefusal } from './refusal';

/** A file that somebody chose, not yet looked into; openPhoto decides what it is. */
export interface ChosenFile {
  readonly file: Blob;
  /** How many further files were dropped or pasted along and are passed over; say so where it is not 0. */
  readonly passedOver: number;
}

const EXTENSIONS = ['.jpg', '.jpeg', '.png', '.webp', '.avif', '.heic', '.heif'];
const MIME_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic', 'image/heif'];

/** What a file dialog offers to open: types, and the endings for systems that give HEIC and AVIF no type. */
export const PHOTO_FILE_TYPES: readonly string[] = [...MIME_TYPES, ...EXTENSIONS];

/** Some systems give HEIC and AVIF no type, so the name counts here; what the file is, its bytes decide later. */
const seemsPhoto = (file: File): boolean =>
  file.type.startsWith('image/') || EXTENSIONS.some((extension) => file.name.toLowerCase().endsWith(extension));

function firstPhoto(files: readonly File[]): Result<ChosenFile, PhotoRefusal> | undefined {
  const file = files.find(seemsPhoto) ?? files[0];
  return file && ok({ file, passedOver: files.length - 1 });
}

/**
 * The photo in a drop: the first file that seems one, else the first file. A drop without files (a link, a text)
 * is `notAPhoto`. To be called within the drop event; afterwards the browser takes the files away.
 */
export function photoFromDrop(transfer: Pick<DataTransfer, 'files'> | null): Result<ChosenFile, PhotoRefusal> {
  return firstPhoto(Array.from(transfer?.files ?? [])) ?? refuse('notAPhoto');
}

/** The photo in a paste, or undefined where none was pasted, so that text goes on to the field it was meant for. */
export function photoFromPaste(event: {
  readonly clipboardData: Pick<DataTransfer, 'files'> | null;
}): ChosenFile | undefined {
  const files = Array.from(event.clipboardData?.files ?? []).filter(seemsPhoto);
  const chosen = firstPhoto(files);
  return chosen?.ok ? chosen.value : undefined;
}
