import { ok } from '../../../core/result';
import { photoReachesEnd, readPhotoHeader, type PhotoFormat } from '../../photo/header';
import { refuse } from '../../photo/refusal';
import type { PhotoJudge } from '../../storage/backup/backupFormat';

const EXTENSIONS: Readonly<Record<PhotoFormat, string>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  heic: 'heic',
};

/** Whether bytes are a whole photo of a kind and size that the studio opens, by its header. */
export const judgePhoto: PhotoJudge = (bytes) => {
  const header = readPhotoHeader(bytes, bytes.length);
  if (!header.ok) {
    // The whole file is there, so a header that asks for more breaks off.
    return header.error.kind === 'moreBytesNeeded' ? refuse('truncated') : { ok: false, error: header.error };
  }
  const { format } = header.value;
  if (!photoReachesEnd(bytes, format)) return refuse('truncated');
  return ok({ extension: EXTENSIONS[format], mimeType: `image/${format}` });
};
