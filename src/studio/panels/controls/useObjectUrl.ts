import { useEffect, useMemo } from 'react';

/** A picture that the browser is still reading would not be found: its address is given back when that is surely over. */
const READ_MS = 10_000;

/** A blob as an address for an image; the address is given back some time after the image has gone. */
export function useObjectUrl(blob: Blob | undefined): string | null {
  const url = useMemo(() => (blob === undefined ? null : URL.createObjectURL(blob)), [blob]);
  useEffect(
    () => () => {
      if (url !== null) setTimeout(() => URL.revokeObjectURL(url), READ_MS);
    },
    [url],
  );
  return url;
}
