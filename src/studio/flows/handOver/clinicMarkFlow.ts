import { decodePhoto } from '../../photo/decodePhoto';
import { readHeaderOf } from '../../photo/fileBytes';
import { base64Of } from '../../export/share/base64';
import { clinicMarkStore } from '../../state/clinicMark';
import { text } from '../../texts/texts';

/** Sharp on the largest picture, some ten kB as PNG. Our choice. */
const MARK_PX = { width: 800, height: 300 } as const;

/** Keeps an image as the clinic's mark, small and without its file's details. Null, or the sentence that says why not. */
export async function chooseMark(file: Blob): Promise<string | null> {
  const header = await readHeaderOf(file);
  if (!header.ok) return text(`photoRefusal.${header.error.kind}`, header.error.parameters);
  const decoded = await decodePhoto(file, header.value);
  if (!decoded.ok) return text(`photoRefusal.${decoded.error.kind}`, decoded.error.parameters);
  const { source, width, height, release } = decoded.value;
  try {
    const scale = Math.min(1, MARK_PX.width / width, MARK_PX.height / height);
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
    const context = canvas.getContext('2d');
    if (context === null) return text('export.failed');
    context.imageSmoothingQuality = 'high';
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    const small = await canvas.convertToBlob({ type: 'image/png' });
    const image = `data:image/png;base64,${base64Of(new Uint8Array(await small.arrayBuffer()))}`;
    clinicMarkStore.setState({ image, onPictures: true });
    return null;
  } finally {
    release();
  }
}

export const removeMark = (): void => {
  clinicMarkStore.setState({ image: null });
};
