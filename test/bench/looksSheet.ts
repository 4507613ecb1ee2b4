/**
 * A contact sheet of the practice head through its treatment: `npx tsx test/bench/looksSheet.ts FILE.png [VIEW]`, front
 * where none is named. For light, medium and dark skin, a row each: the whole head before, after session 1, 2 and 3 (the last healed), the
 * day of the last session, day 10 and 5 years; the whole head in each light; the edge close up on days 0, 3, 7, 10, 30, a year and
 * five; in each light; and at zooms from 0.25 to 8. Last, on the photo from the left: the fill beside the man's own stubble.
 */
import { writeFileSync } from 'node:fs';
import type { SceneSession } from '../../src/core/design/scene';
import type { LightChoice } from '../../src/core/pigment/light/lightChoice';
import type { Raster } from '../../src/core/pigment/light/mips';
import { HEAD_VIEWS } from '../head/camera';
import { drawHead, layHead, practiceHead, sessionsAt, withSkin, type Part, type PracticeHead } from './looksHead';
import type { SkinTone } from './looksSkin';
import { pngOf } from './png';

const HEALED_DAYS = 30;
const HEALED = sessionsAt(3, HEALED_DAYS);
const MOMENTS: readonly (readonly SceneSession[])[] = [
  [],
  sessionsAt(1, HEALED_DAYS),
  sessionsAt(2, HEALED_DAYS),
  HEALED,
  sessionsAt(3, 0),
  sessionsAt(3, 10),
  sessionsAt(3, 1825),
];
const LIGHTS: readonly LightChoice[] = ['asInPhoto', 'softDaylight', 'overhead', 'flash', 'lowLight', 'matt'];
const IN_LIGHTS = LIGHTS.map((light) => sessionsAt(3, HEALED_DAYS, light));
const HEALING = [0, 3, 7, 10, 30, 365, 1825].map((days) => sessionsAt(3, days));
const CELL_PX = 300;
/** Sheet px per photo px. */
const ZOOMS = [0.25, 0.5, 1, 2, 4, 8];
const TONES: readonly SkinTone[] = ['light', 'medium', 'dark'];

/** On the photo from the left: across the border of the stubble, within the stubble, and within the fill above it. */
const BESIDE: readonly Part[] = [
  { x: 1300, y: 560, width: 600, height: 600 },
  { x: 1350, y: 640, width: 300, height: 300 },
  { x: 1500, y: 860, width: 300, height: 300 },
  { x: 1150, y: 380, width: 300, height: 300 },
];

/** The whole cap, a little beyond its outline. */
function wholeOf({ guide: { outline } }: PracticeHead): Part {
  const side = 2.15 * Math.max(outline.rx, outline.ry);
  return { x: outline.cx - side / 2, y: outline.cy - side / 2, width: side, height: side };
}

/** A piece across the edge that was drawn, at its middle; by a side in photo px. */
function edgeOf({ guide: { hairline } }: PracticeHead, side: number): Part {
  const middle = hairline[Math.floor(hairline.length / 2)] ?? { x: 0, y: 0 };
  return { x: middle.x - side / 2, y: middle.y - side / 2, width: side, height: side };
}

function cells(head: PracticeHead, moment: readonly SceneSession[], parts: readonly Part[]): readonly Raster[] {
  const laid = layHead(head, moment);
  return parts.map((part) => drawHead(laid, part, CELL_PX / part.width).after);
}

function sheetOf(rows: readonly (readonly Raster[])[]): Raster {
  const width = CELL_PX * Math.max(...rows.map((row) => row.length));
  const height = CELL_PX * rows.length;
  const sheet = { width, height, rgba: new Uint32Array(width * height).fill(0xffffffff) };
  rows.forEach((row, r) => {
    row.forEach(({ rgba }, c) => {
      for (let y = 0; y < CELL_PX; y++) {
        sheet.rgba.set(rgba.subarray(y * CELL_PX, (y + 1) * CELL_PX), (r * CELL_PX + y) * width + c * CELL_PX);
      }
    });
  });
  return sheet;
}

const [file, asked] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the file to be written.');
const view = HEAD_VIEWS.find((each) => each === asked) ?? 'front';
const head = await practiceHead(view);
const left = await practiceHead('left');
const rows = TONES.flatMap((tone) => {
  const toned = withSkin(head, tone);
  const [whole, close] = [wholeOf(toned), edgeOf(toned, CELL_PX)];
  const lit = IN_LIGHTS.map((moment) => cells(toned, moment, [whole, close]));
  return [
    MOMENTS.flatMap((moment) => cells(toned, moment, [whole])),
    lit.flatMap(([each]) => each ?? []),
    HEALING.flatMap((moment) => cells(toned, moment, [close])),
    lit.flatMap(([, each]) => each ?? []),
    cells(
      toned,
      HEALED,
      ZOOMS.map((zoom) => edgeOf(toned, CELL_PX / zoom)),
    ),
    cells(withSkin(left, tone), HEALED, BESIDE),
  ];
});
writeFileSync(file, pngOf(sheetOf(rows)));
