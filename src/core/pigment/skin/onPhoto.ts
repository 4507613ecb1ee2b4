import type { Look, Rgb, Scene, SceneSession } from '../../design/scene';
import type { Mm, PhotoPx } from '../../geometry/units';
import { REDNESS_SHOWN } from '../time/healing';
import { DEFAULT_LOOK, HAZE_DENSITY, SKIN_REDNESS } from '../marks/markFigures';
import type { SkinReading } from './skinReading';
import { typeOfIta } from './skinType';

/** What of a photo decides how marks look on it. */
export interface PhotoFigures {
  /** Standard deviation of the photo's own blur. */
  readonly sigmaPx: PhotoPx;
  /** Null until dots stand on it. */
  readonly skin: SkinReading | null;
}

/** The scene with its looks as they show on this photo: no sharper than it, on the skin that it shows. */
export function sceneOnPhoto(scene: Scene, { sigmaPx, skin }: PhotoFigures): Scene {
  const blurMm = sigmaPx * scene.mmPerPx;
  const shown = (look: Look): Look => blurred(lookOnSkin(look, skin), blurMm);
  const sessions: readonly SceneSession[] = scene.sessions ?? [{ upTo: 1, look: DEFAULT_LOOK }];
  return {
    ...scene,
    sessions: sessions.map(({ upTo, look, others }) => ({
      upTo,
      look: shown(look),
      ...(others === undefined ? {} : { others: others.map(shown) }),
    })),
  };
}

/** Marks keep the light that they take and lose the sharpness that the photo hasn't got. */
const blurred = (look: Look, blurMm: Mm): Look => ({
  ...look,
  sigmaMm: Math.hypot(look.sigmaMm, blurMm),
  photoSigmaMm: blurMm,
});

/** How the same pigment shows on skin of some tone. */
interface Shown {
  readonly itaDegrees: number;
  /** Factor on the density of marks. */
  readonly mark: number;
  /** Density of the haze where on light skin it has HAZE_DENSITY. */
  readonly haze: Rgb;
}

/**
 * Fills on darker skin take more of the light that there is: .37–.51/.45–.65/.43–.67 of medium skin is left, and in the one
 * good crop of dark skin .44/.41/.35 (measured). Chosen to lie within that on the practice head's skins, whose typology
 * angles stand here; between them in proportion to the angle.
 */
const TONES: readonly [Shown, Shown, Shown] = [
  { itaDegrees: 60, mark: 1, haze: HAZE_DENSITY },
  { itaDegrees: 32, mark: 1.3, haze: [0.67, 0.44, 0.375] },
  { itaDegrees: -24, mark: 1.25, haze: [0.54, 0.36, 0.355] },
];

/** A look as it shows on the skin that was read. */
export function lookOnSkin(look: Look, skin: SkinReading | null): Look {
  if (skin === null) return look;
  const tone = toneAt(skin.itaDegrees);
  const mark = (channel: 0 | 1 | 2): number => look.markDensity[channel] * tone.mark;
  const haze = (channel: 0 | 1 | 2): number => (look.hazeDensity[channel] / HAZE_DENSITY[channel]) * tone.haze[channel];
  const shown: Look = {
    ...look,
    markDensity: [mark(0), mark(1), mark(2)],
    hazeDensity: [haze(0), haze(1), haze(2)],
    skinRedness: skinRednessOf(skin.light),
    redness: look.skinTypeChosen === true ? look.redness : look.redness * REDNESS_SHOWN[typeOfIta(skin.itaDegrees)],
  };
  return skin.unread === null ? shown : colourless(shown);
}

/** Where colour can't tell skin from shine, none is taken for shine. */
const ALL_IS_SKIN = -Infinity;

/** Where the photo's colours can't be relied on, the fill brings none of its own: it darkens all channels alike. */
function colourless(look: Look): Look {
  const even = (of: Rgb): Rgb => {
    const luminance = 0.2126 * of[0] + 0.7152 * of[1] + 0.0722 * of[2];
    return [luminance, luminance, luminance];
  };
  const hazeDensity = even(look.hazeDensity);
  return {
    ...look,
    markDensity: even(look.markDensity),
    hazeDensity,
    hazeOnShine: hazeDensity[0],
    skinRedness: ALL_IS_SKIN,
    redness: 0,
  };
}

function toneAt(itaDegrees: number): Shown {
  const [light, medium, dark] = TONES;
  return itaDegrees >= medium.itaDegrees ? between(medium, light, itaDegrees) : between(dark, medium, itaDegrees);
}

function between(low: Shown, high: Shown, itaDegrees: number): Shown {
  const share = Math.min(1, Math.max(0, (itaDegrees - low.itaDegrees) / (high.itaDegrees - low.itaDegrees)));
  const of = (a: number, b: number): number => a + (b - a) * share;
  const haze = (channel: 0 | 1 | 2): number => of(low.haze[channel], high.haze[channel]);
  return { itaDegrees, mark: of(low.mark, high.mark), haze: [haze(0), haze(1), haze(2)] };
}

/** The photo's own skin may be less red than usual; less than this and shine could no longer be told from it. Our choice. */
const LEAST_REDNESS = 0.2;

function skinRednessOf([red, , blue]: Rgb): number {
  if (!(red > 0 && blue > 0)) return SKIN_REDNESS;
  return Math.min(SKIN_REDNESS, Math.max(LEAST_REDNESS, Math.log(red / blue)));
}
