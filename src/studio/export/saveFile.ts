import { fileSave } from 'browser-fs-access';
import { err, ok, type Result } from '../../core/result';

export type SaveProblem = { readonly kind: 'cancelled' } | { readonly kind: 'failed' };

/** Hands a file to the technician: where the browser can, with a choice of place, otherwise as a download. */
export async function saveBlob(blob: Blob, fileName: string): Promise<Result<null, SaveProblem>> {
  const extension = fileName.slice(fileName.lastIndexOf('.'));
  const place = { fileName, extensions: [extension], id: 'follicle' };
  try {
    await fileSave(blob, place);
    return ok(null);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return err({ kind: 'cancelled' });
    return download(blob, fileName);
  }
}

/** The picker wants a recent click, and a long export may outlast it; a download needs none. */
function download(blob: Blob, fileName: string): Result<null, SaveProblem> {
  try {
    const url = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    // Safari reads the address after the click has returned.
    setTimeout(() => URL.revokeObjectURL(url), 30_000);
    return ok(null);
  } catch {
    return err({ kind: 'failed' });
  }
}
