import { readAscii, readUint } from './byteRead';
import type { ExifOrientation, HeaderScan } from './headerScan';
import { findIsoBox, isoBoxes } from './isoBoxes';
import type { IsoBox } from './isoBoxes';

const AVIF_BRANDS: ReadonlySet<string> = new Set(['avif', 'avis']);
const HEIF_BRANDS: ReadonlySet<string> = new Set(
  'heic heix heim heis hevc hevx hevm hevs mif1 mif2 msf1 miaf MiHE MiHB'.split(' '),
);
const SEQUENCE_BRANDS: ReadonlySet<string> = new Set(['avis', 'msf1', 'hevc', 'hevx', 'hevm', 'hevs']);

/** The brands in the leading ftyp box, the major one first; empty where there is no such box. */
export function isoBrands(bytes: Uint8Array): readonly string[] {
  const size = readUint(bytes, 0, 4);
  if (size === undefined || readAscii(bytes, 4, 4) !== 'ftyp') return [];
  const brands = [readAscii(bytes, 8, 4)];
  for (let at = 16; at + 4 <= Math.min(size, bytes.length, 1024); at += 4) brands.push(readAscii(bytes, at, 4));
  return brands;
}

/** AVIF or HEIC by the brands; undefined for the film and raw formats that share the container. */
export function isoPhotoFormat(brands: readonly string[]): 'avif' | 'heic' | undefined {
  const major = brands[0];
  if (major === undefined || !(AVIF_BRANDS.has(major) || HEIF_BRANDS.has(major))) return undefined;
  return brands.some((brand) => AVIF_BRANDS.has(brand)) ? 'avif' : 'heic';
}

// Orientation after a quarter-turn count anticlockwise (irot) and then a mirroring (imir), in EXIF's numbers.
// imir axis 0 exchanges top and bottom, 1 left and right. Source: ISO/IEC 23008-12:2022, sections 6.5.10 and 6.5.12.
const TURNED: readonly ExifOrientation[] = [1, 8, 3, 6];
const TURNED_THEN_MIRRORED: readonly (readonly ExifOrientation[])[] = [
  [4, 5, 2, 7],
  [2, 7, 4, 5],
];

/** ipma has 15 bits for a property's index, so no honest file holds more; a hostile one must not fill the memory. */
const MAX_PROPERTIES = 0x7fff;

interface Properties {
  width: number;
  height: number;
  quarterTurns: number;
  mirrorAxis: number | undefined;
}

/** The 1-based indexes of the properties that belong to the item, from ipma. */
function propertyIndexes(bytes: Uint8Array, ipma: IsoBox, itemId: number): readonly number[] {
  const version = bytes[ipma.start] ?? 0;
  const wideIndex = ((bytes[ipma.start + 3] ?? 0) & 1) === 1;
  const idBytes = version < 1 ? 2 : 4;
  const entryCount = readUint(bytes, ipma.start + 4, 4) ?? 0;
  let at = ipma.start + 8;
  for (let entry = 0; entry < entryCount && at < ipma.end; entry++) {
    const id = readUint(bytes, at, idBytes);
    const count = bytes[at + idBytes];
    if (id === undefined || count === undefined) return [];
    at += idBytes + 1;
    const step = wideIndex ? 2 : 1;
    if (id === itemId) {
      return Array.from({ length: count }, (_, i) => {
        const raw = readUint(bytes, at + i * step, step) ?? 0;
        return raw & (wideIndex ? 0x7fff : 0x7f);
      });
    }
    at += count * step;
  }
  return [];
}

function primaryItemId(bytes: Uint8Array, pitm: IsoBox): number | undefined {
  return readUint(bytes, pitm.start + 4, (bytes[pitm.start] ?? 0) === 0 ? 2 : 4);
}

function takeProperty(bytes: Uint8Array, box: IsoBox, into: Properties): void {
  if (box.type === 'ispe') {
    into.width = readUint(bytes, box.start + 4, 4) ?? 0;
    into.height = readUint(bytes, box.start + 8, 4) ?? 0;
  } else if (box.type === 'irot') into.quarterTurns = (bytes[box.start] ?? 0) & 3;
  else if (box.type === 'imir') into.mirrorAxis = (bytes[box.start] ?? 0) & 1;
}

/** The properties of the primary picture; where the file does not say which those are, its largest size. */
function primaryProperties(bytes: Uint8Array, meta: IsoBox): Properties | undefined {
  const iprp = findIsoBox(bytes, 'iprp', meta.start + 4, meta.end);
  const ipco = iprp && findIsoBox(bytes, 'ipco', iprp.start, Math.min(iprp.end, meta.end));
  if (!iprp || !ipco) return undefined;
  const boxes: IsoBox[] = [];
  for (const box of isoBoxes(bytes, ipco.start, Math.min(ipco.end, meta.end))) {
    if (boxes.push(box) === MAX_PROPERTIES) break;
  }
  const pitm = findIsoBox(bytes, 'pitm', meta.start + 4, meta.end);
  const ipma = findIsoBox(bytes, 'ipma', iprp.start, Math.min(iprp.end, meta.end));
  const itemId = pitm && primaryItemId(bytes, pitm);
  const properties: Properties = { width: 0, height: 0, quarterTurns: 0, mirrorAxis: undefined };
  let sized = false;
  for (const index of ipma && itemId !== undefined ? propertyIndexes(bytes, ipma, itemId) : []) {
    const box = boxes[index - 1];
    if (!box) continue;
    takeProperty(bytes, box, properties);
    sized ||= box.type === 'ispe';
  }
  if (sized) return properties;
  for (const box of boxes) {
    const one: Properties = { width: 0, height: 0, quarterTurns: 0, mirrorAxis: undefined };
    takeProperty(bytes, box, one);
    sized ||= box.type === 'ispe';
    if (one.width * one.height > properties.width * properties.height) Object.assign(properties, one);
  }
  return sized ? properties : undefined;
}

/**
 * Size and orientation of an AVIF's or HEIC's primary picture, and whether the file is a sequence (by its major
 * brand; a still photo may list sequence brands as compatible). Bytes must begin with an ftyp box.
 * Source of the layout: ISO/IEC 23008-12:2022, section 9.3.
 */
export function scanIsoHeader(bytes: Uint8Array, totalBytes: number): HeaderScan {
  const animated = SEQUENCE_BRANDS.has(isoBrands(bytes)[0] ?? '');
  const boxes = isoBoxes(bytes, 0, totalBytes);
  for (;;) {
    const step = boxes.next();
    if (step.done) {
      // The next header is not within what was read: fetch on, unless it is there and senseless.
      return step.value + 16 > bytes.length ? { kind: 'short', upToByte: step.value + 16 } : { kind: 'damaged' };
    }
    const box = step.value;
    // A sequence may hold its pictures in moov alone; its size does not matter, it is refused for moving.
    if (animated) return { kind: 'found', storedWidthPx: 1, storedHeightPx: 1, orientation: 1, animated };
    if (box.type !== 'meta') continue;
    if (box.end > bytes.length) return { kind: 'short', upToByte: box.end };
    const properties = primaryProperties(bytes, box);
    if (!properties) return { kind: 'damaged' };
    const { width, height, quarterTurns, mirrorAxis } = properties;
    const turned = mirrorAxis === undefined ? TURNED : (TURNED_THEN_MIRRORED[mirrorAxis] ?? TURNED);
    const orientation = turned[quarterTurns] ?? 1;
    return { kind: 'found', storedWidthPx: width, storedHeightPx: height, orientation, animated };
  }
}

/**
 * Whether the boxes that hold the picture (meta, and mdat or an idat in meta) lie whole within the file. What stands
 * behind them may overrun: some phones append data of their own that is no box at all.
 */
export function isoReachesEnd(bytes: Uint8Array): boolean {
  let metaSeen = false;
  let pictureSeen = false;
  for (const box of isoBoxes(bytes, 0, bytes.length)) {
    if (box.end > bytes.length) return metaSeen && pictureSeen && box.type !== 'mdat' && box.type !== 'meta';
    metaSeen ||= box.type === 'meta';
    pictureSeen ||= box.type === 'mdat';
    if (box.type === 'meta') pictureSeen ||= findIsoBox(bytes, 'idat', box.start + 4, box.end) !== undefined;
  }
  return metaSeen && pictureSeen;
}
