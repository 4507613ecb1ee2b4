/** The practice head's photos as of a darker man: what melanin takes of the light from within the skin, the shine left. */
import { BYTE_OF_LINEAR, LINEAR_OF_BYTE, LINEAR_STEPS } from '../../src/core/pigment/light/light';
import type { Raster } from '../../src/core/pigment/light/mips';
import { cameraFor, type HeadView } from '../head/camera';
import { fillGrid, GRID_SLABS } from '../head/distanceGrid';
import { exposeRow } from '../head/expose';
import { filmBytes, GRID_BYTES, loadFilm } from '../head/film';
import { placePanels } from '../head/light';
import { shadeRow } from '../head/shade';
import { PANEL_SAMPLES } from '../head/studioJob';
import { smoothVisibility } from '../head/subsurface';

export type SkinTone = 'light' | 'medium' | 'dark';

/** What melanin leaves of the light that comes out of light skin, red to blue: plausible for types IV and VI (our choice). */
const SKIN_LEAVES = { light: [1, 1, 1], medium: [0.55, 0.44, 0.36], dark: [0.2, 0.135, 0.095] } as const;

/**
 * What a close shave takes off the logarithm of the light from within beyond what it takes of light skin's. On light skin hair
 * under the surface hardly dims the blue, which comes back from above it; in dark skin what little light comes back has
 * passed it in all colours (plausible beside measured fills of such skin: .37–.51/.45–.65/.43–.67; our choice).
 */
const SHAVE_TAKES = { light: [0, 0, 0], medium: [0.32, 0.45, 0.6], dark: [0.35, 0.62, 0.8] } as const;

/** ln(red/blue) of the light from within bare light skin, at the least, and in the midst of the close shave (as rendered). */
const BARE_REDNESS = 0.6;
const SHAVED_REDNESS = 0.27;

/** How shaved a pixel is, from its light from within: 0 on bare skin, 1 in the midst of the stubble. */
const shaveOf = (red: number, blue: number): number =>
  Math.min(
    1.3,
    Math.max(
      0,
      (BARE_REDNESS - Math.log(Math.max(1e-4, red) / Math.max(1e-4, blue))) / (BARE_REDNESS - SHAVED_REDNESS),
    ),
  );

/** The shine is rendered apart at this width; it is smooth but for pores. */
const SHINE_WIDTH = 240;
/**
 * Along the outline: a pixel's red over its blue, less 1, from which it counts as skin, and between: paper and shirt are bluer
 * (our choice).
 */
const NO_SKIN = 0.03;
const ALL_SKIN = 0.14;
/** So much of a pixel is shine at most: pores and hair within a highlight stay darker than it (our choice). */
const SHINE_MOST = 0.85;

/** A photo of this view as of another skin. */
export function tonedPhoto(photo: Raster, view: HeadView, tone: SkinTone): Raster {
  if (tone === 'light') return photo;
  const leaves = SKIN_LEAVES[tone];
  const takes = SHAVE_TAKES[tone];
  const { shineAt, isWithin } = surfaceOf(view, photo.width, photo.height);
  const rgba = photo.rgba.map((pixel, at) => {
    const light = [0, 8, 16].map((shift) => developedFrom(LINEAR_OF_BYTE[(pixel >>> shift) & 255] ?? 0));
    const [red = 0, , blue = 0] = light;
    const x = at % photo.width;
    const y = Math.floor(at / photo.width);
    const byColour = Math.min(1, Math.max(0, (red / Math.max(blue, 1e-4) - 1 - NO_SKIN) / (ALL_SKIN - NO_SKIN)));
    const isSkin = isWithin(x, y) ? 1 : byColour;
    if (isSkin === 0) return pixel;
    const shine = Math.min(SHINE_MOST * Math.min(...light), shineAt(x, y));
    const shave = shaveOf(red - shine, blue - shine);
    const left = (c: number): number => (leaves[c] ?? 1) * Math.exp(-shave * (takes[c] ?? 0));
    const bytes = light.map((each, c) => byteOf(each + isSkin * ((each - shine) * left(c) + shine - each)));
    return 0xff000000 + (bytes[2] ?? 0) * 0x10000 + (bytes[1] ?? 0) * 0x100 + (bytes[0] ?? 0);
  });
  return { ...photo, rgba };
}

interface Surface {
  /** The shine that the practice head's surface throws back, at a pixel of its photo, linear light. */
  readonly shineAt: (x: number, y: number) => number;
  /** Whether a pixel lies well within the skin's outline, shaved hair and all. */
  readonly isWithin: (x: number, y: number) => boolean;
}

function surfaceOf(view: HeadView, width: number, height: number): Surface {
  const camera = cameraFor(view, SHINE_WIDTH, Math.round((SHINE_WIDTH * height) / width));
  const grid = new ArrayBuffer(GRID_BYTES);
  fillGrid(new Float32Array(grid), 0, GRID_SLABS);
  const film = loadFilm(camera, new ArrayBuffer(filmBytes(camera)), grid);
  for (let row = 0; row < camera.height; row++) exposeRow(film, placePanels(camera, 1), row);
  smoothVisibility(film);
  const panels = placePanels(camera, PANEL_SAMPLES);
  for (let row = 0; row < camera.height; row++) shadeRow(film, panels, row);
  const { shine, ray } = film.planes;
  const spread = runOut(shine, camera.width, ray);
  const perPx = camera.width / width;
  const isWithin = (x: number, y: number): boolean => {
    const i = Math.floor(x * perPx);
    const j = Math.floor(y * perPx);
    for (let b = j - 1; b <= j + 1; b++)
      for (let a = i - 1; a <= i + 1; a++) if (!((ray[b * camera.width + a] ?? 0) > 0)) return false;
    return true;
  };
  const shineAt = (x: number, y: number): number => {
    const u = Math.min(camera.width - 1.001, Math.max(0, (x + 0.5) * perPx - 0.5));
    const v = Math.min(camera.height - 1.001, Math.max(0, (y + 0.5) * perPx - 0.5));
    const at = Math.floor(v) * camera.width + Math.floor(u);
    const a = u % 1;
    const b = v % 1;
    const upper = (spread[at] ?? 0) * (1 - a) + (spread[at + 1] ?? 0) * a;
    const lower = (spread[at + camera.width] ?? 0) * (1 - a) + (spread[at + camera.width + 1] ?? 0) * a;
    return upper * (1 - b) + lower * b;
  };
  return { shineAt, isWithin };
}

/** Beyond the silhouette the shine goes on for two pixels, so that none is lost along it. */
function runOut(values: Float32Array, width: number, ray: Float32Array): Float32Array {
  const known = Uint8Array.from(ray, (mm) => (mm > 0 ? 1 : 0));
  const to = values.slice();
  for (let ring = 0; ring < 2; ring++) {
    const before = known.slice();
    for (let at = width; at < to.length - width; at++) {
      if (before[at] === 1) continue;
      const next = [at - 1, at + 1, at - width, at + width].filter((each) => before[each] === 1);
      if (next.length === 0) continue;
      to[at] = next.reduce((sum, each) => sum + (to[each] ?? 0), 0) / next.length;
      known[at] = 1;
    }
  }
  return to;
}

/** Above this the photos' light is compressed (test/head/develop.ts). */
const KNEE = 0.62;

const developedFrom = (printed: number): number =>
  printed <= KNEE ? printed : KNEE - (1 - KNEE) * Math.log(Math.max(1e-3, 1 - (printed - KNEE) / (1 - KNEE)));

const printed = (light: number): number =>
  light <= KNEE ? light : KNEE + (1 - KNEE) * (1 - Math.exp(-(light - KNEE) / (1 - KNEE)));

const byteOf = (light: number): number =>
  BYTE_OF_LINEAR[Math.round(Math.min(1, Math.max(0, printed(light))) * LINEAR_STEPS)] ?? 0;
