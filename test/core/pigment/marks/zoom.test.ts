import { describe, expect, it } from 'vitest';
import type { Look } from '../../../../src/core/design/scene';
import { DEFAULT_TREATMENT } from '../../../../src/core/design/treatment';
import { DEPTH_RANGE } from '../../../../src/core/pigment/colour/depth';
import { DILUTION_RANGE } from '../../../../src/core/pigment/colour/dilution';
import { healingAt } from '../../../../src/core/pigment/time/healing';
import { lookOf } from '../../../../src/core/pigment/lookOf';
import { sceneOnPhoto } from '../../../../src/core/pigment/skin/onPhoto';
import { NEUTRAL_BLACK } from '../../../../src/core/pigment/colour/pigments';
import { drawPatch, laid, lightOf, patchScene } from '../flatSkin';

/** Every zoom on every screen: picture px per photo px. */
const ZOOMS = [0.125, 0.25, 0.5, 1, 2, 4, 8];
const PIXEL_RATIOS = [1, 1.5, 2, 3];
const SCALES = [...new Set(ZOOMS.flatMap((zoom) => PIXEL_RATIOS.map((ratio) => zoom * ratio)))].sort((a, b) => a - b);
/** At this scale pixels are far finer than marks. */
const TRUE_SCALE = 4;
/** Deep inside the area; where the picture is larger than the truth, a part of it. */
const LARGE = { x: 160, y: 340, width: 240, height: 240 };
const SMALL = { x: 230, y: 400, width: 48, height: 48 };

function lookAfter(days: number): Look {
  const healing = healingAt(DEFAULT_TREATMENT.healing, days);
  const dilution = DILUTION_RANGE.default;
  return lookOf({ absorption: NEUTRAL_BLACK, dilution, depthMm: DEPTH_RANGE.default, healing });
}

describe.each([
  ['healed', 30],
  ['fresh', 0],
])('%s marks at every zoom and pixel ratio', (_, days) => {
  const designed = patchScene({ sessions: [{ upTo: 1, look: { ...lookAfter(days), redness: 0 } }] });
  const scene = sceneOnPhoto(designed, { sigmaPx: 0.7, skin: null });
  const layer = laid(scene);
  const light = (scale: number, part: typeof LARGE): readonly number[] =>
    lightOf(drawPatch(scene, layer, scale, part)).mean;

  it('leave the same light on average, to half a per cent', () => {
    const large = light(TRUE_SCALE, LARGE);
    const small = light(TRUE_SCALE, SMALL);
    for (const scale of SCALES) {
      const truth = scale > TRUE_SCALE ? small : large;
      light(scale, scale > TRUE_SCALE ? SMALL : LARGE).forEach((each, channel) => {
        const drift = each / (truth[channel] ?? 0) - 1;
        expect(Math.abs(drift), `scale ${scale}, channel ${channel}`).toBeLessThan(0.005);
      });
    }
  });
});
