/**
 * A contact sheet of the practice head through its treatment: `npx tsx test/bench/looksSheet.ts FILE.png [front|top]`.
 * First light, medium and dark skin: before, after session 1, 2 and 3 (the last healed), the day of the last session, day
 * 10 and 5 years. Then for each skin the hairline close up: days 0, 3, 7, 10, 30, a year and five; in each light; and
 * at zooms from 0.25 to 8.
 */
import { writeFileSync } from 'node:fs';
import type { SceneSession } from '../../src/core/design/scene';
import type { LightChoice } from '../../src/core/pigment/light/lightChoice';
import type { Raster } from '../../src/core/pigment/light/mips';
import {
  drawHead,
  layHead,
  practiceHead,
  sessionsAt,
  withSkin,
  type Part,
  type PracticeHead,
  type SkinTone,
} from './looksHead';
import { pngOf } from './png';

const HEALED_DAYS = 30;
const MOMENTS: readonly (readonly SceneSession[])[] = [
  [],
  sessionsAt(1, HEALED_DAYS),
  sessionsAt(2, HEALED_DAYS),
  sessionsAt(3, HEALED_DAYS),
  sessionsAt(3, 0),
  sessionsAt(3, 10),
  sessionsAt(3, 1825),
];
const LIGHTS: readonly LightChoice[] = ['asInPhoto', 'softDaylight', 'overhead', 'flash', 'lowLight', 'matt'];
const CELL_PX = 300;
const HEALING_DAYS = [0, 3, 7, 10, 30, 365, 1825];
/** Sheet px per photo px. */
const ZOOMS = [0.25, 0.5, 1, 2, 4, 8];

/** The whole cap, and beside the midline a piece across the hairline. */
const PARTS = {
  front: { whole: { x: 520, y: 300, width: 1360, height: 1360 }, close: { x: 1050, y: 480, width: 300, height: 300 } },
  top: { whole: { x: 400, y: 450, width: 1600, height: 1600 }, close: { x: 1050, y: 1480, width: 300, height: 300 } },
} as const;

/** A square of a side in photo px about the middle of a part. */
const around = ({ x, y, width, height }: Part, side: number): Part => ({
  x: x + (width - side) / 2,
  y: y + (height - side) / 2,
  width: side,
  height: side,
});

const cell = (head: PracticeHead, sessions: readonly SceneSession[], part: Part): Raster =>
  drawHead(layHead(head, sessions), part, CELL_PX / part.width).after;

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
const view = asked === 'top' ? 'top' : 'front';
const head = await practiceHead(view);
const { whole, close } = PARTS[view];
const tones = (['light', 'medium', 'dark'] as const).map((tone) => {
  const toned = withSkin(head, tone);
  return MOMENTS.map((moment) => cell(toned, moment, whole));
});
const healing = HEALING_DAYS.map((days) => sessionsAt(3, days));
const rowsOf = (tone: SkinTone): readonly (readonly Raster[])[] => {
  const toned = withSkin(head, tone);
  return [
    healing.map((moment) => cell(toned, moment, close)),
    LIGHTS.map((light) => cell(toned, sessionsAt(3, HEALED_DAYS, light), close)),
    ZOOMS.map((zoom) => cell(toned, sessionsAt(3, HEALED_DAYS), around(close, CELL_PX / zoom))),
  ];
};
writeFileSync(file, pngOf(sheetOf([...tones, ...(['light', 'medium', 'dark'] as const).flatMap(rowsOf)])));
