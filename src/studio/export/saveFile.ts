/** Long enough for a browser to have read the address after the click has returned; Safari takes its time. Our choice. */
const READ_WITHIN_MS = 30_000;

/**
 * Hands a file to the technician as a download. No picker: it would want a click more recent than a long export leaves,
 * and a download lands where every other one does.
 */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, READ_WITHIN_MS);
}
