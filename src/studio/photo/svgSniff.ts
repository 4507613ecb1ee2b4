const SNIFF_BYTES = 4096;

/** What may stand before an SVG's root element: [how it opens, how it closes]. */
const PROLOG: readonly (readonly [string, string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
];

function decodeStart(bytes: Uint8Array): string {
  const start = bytes.subarray(0, SNIFF_BYTES);
  const utf16 =
    start[0] === 0xff && start[1] === 0xfe
      ? 'utf-16le'
      : start[0] === 0xfe && start[1] === 0xff
        ? 'utf-16be'
        : undefined;
  return new TextDecoder(utf16 ?? 'utf-8').decode(start);
}

/** Whether the bytes begin as an SVG document does, after byte order mark, blanks, XML declaration, comments and doctype. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  let rest = decodeStart(bytes).trimStart();
  for (;;) {
    const opening = PROLOG.find(([open]) => rest.startsWith(open));
    if (!opening) break;
    const [open, close] = opening;
    // A doctype that names svg is enough: its internal part may hold any number of '>'.
    if (open === '<!' && /^<!doctype\s+svg\b/i.test(rest)) return true;
    const closeAt = rest.indexOf(close, open.length);
    if (closeAt < 0) return false;
    rest = rest.slice(closeAt + close.length).trimStart();
  }
  return /^<([\w.-]{1,64}:)?svg[\s/>]/i.test(rest);
}
