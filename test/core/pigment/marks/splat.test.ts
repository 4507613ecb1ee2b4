import { describe, expect, it } from 'vitest';
import { LOAD_MAX, LOAD_STEPS } from '../../../../src/core/pigment/marks/amplitude';
import {
  kernelSet,
  markKind,
  NEUTRAL_SOFTNESS,
  SHAPE_COUNT,
  softnessSigmaMm,
} from '../../../../src/core/pigment/marks/kernels';
import { addMarkHashes, markBlock, squaresOf, type MarkIndex } from '../../../../src/core/pigment/marks/markIndex';
import type { Marks } from '../../../../src/core/pigment/marks/marks';
import { PROFILE_COUNT, profileOf } from '../../../../src/core/pigment/marks/profile';
import { splat, SPLAT_STEPS } from '../../../../src/core/pigment/marks/splat';

const PHOTO = { width: 400, height: 400, mmPerPx: 0.1 };

function marksAt(places: readonly { x: number; y: number; kind: number; load: number }[]): Marks {
  return {
    count: places.length,
    x: Float32Array.from(places, ({ x }) => x),
    y: Float32Array.from(places, ({ y }) => y),
    kind: Uint16Array.from(places, ({ kind }) => kind),
    tilt: new Uint8Array(places.length),
    load: Uint16Array.from(places, ({ load }) => load),
  };
}

/** As one block; none for no marks. */
const indexOf = (marks: Marks): MarkIndex =>
  marks.count === 0 ? [] : [markBlock(marks, 0, marks.count, PHOTO.mmPerPx)];

/** Places that look random and are the same each time. */
function scattered(count: number): { x: number; y: number; kind: number; load: number }[] {
  let state = 12345;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () => ({
    x: 20 + 360 * next(),
    y: 20 + 360 * next(),
    kind: markKind(
      Math.floor(next() * 16),
      NEUTRAL_SOFTNESS - 1 + Math.floor(next() * 3),
      Math.floor(next() * SHAPE_COUNT),
    ),
    load: 20 + Math.floor(next() * 150),
  }));
}

function densityOf(marks: Marks, scale: number): Int32Array {
  const side = Math.round(PHOTO.width * scale);
  const sum = new Int32Array(side * side);
  const picture = { width: side, height: side, scale, originX: 0, originY: 0 };
  splat(sum, indexOf(marks), kernelSet(scale / PHOTO.mmPerPx), picture);
  return sum;
}

/** Light taken away, ∫(1 − e^−D), in photo px². */
const absorbed = (sum: Int32Array, scale: number): number =>
  sum.reduce((total, steps) => total - Math.expm1(-steps / SPLAT_STEPS), 0) / (scale * scale);

describe('splat', () => {
  it('gives the same picture whatever the order of the dots', () => {
    const places = scattered(2000);
    expect(densityOf(marksAt(places.toReversed()), 0.5)).toEqual(densityOf(marksAt(places), 0.5));
  });

  it('takes away the light that each mark stands for, at every zoom, size and softness', () => {
    for (const profile of [0, 5, 9, PROFILE_COUNT - 5]) {
      for (const softness of [NEUTRAL_SOFTNESS - 3, NEUTRAL_SOFTNESS, NEUTRAL_SOFTNESS + 3]) {
        const load = 90;
        const kind = markKind(profile, softness, 0);
        const sigmaPx = softnessSigmaMm(softness) / PHOTO.mmPerPx;
        const wanted = ((load * LOAD_MAX) / LOAD_STEPS) * profileOf(profile).integral * sigmaPx * sigmaPx;
        for (const zoom of [0.125, 0.25, 0.5, 1, 2, 4]) {
          // Sixteen marks far apart, each at another place within its pixel.
          const places = Array.from({ length: 16 }, (_, i) => ({
            x: 50 + 100 * (i % 4) + ((i % 4) + 0.5) / 4 / zoom,
            y: 50 + 100 * (i >> 2) + ((i >> 2) + 0.5) / 4 / zoom,
            kind,
            load,
          }));
          const taken = absorbed(densityOf(marksAt(places), zoom), zoom) / 16;
          expect(Math.abs(taken / wanted - 1), `profile ${profile}, zoom ${zoom}`).toBeLessThan(0.005);
        }
      }
    }
  });

  it('draws marks of other shapes with the same pigment', () => {
    const takes = Array.from({ length: SHAPE_COUNT }, (_, shape) =>
      absorbed(
        densityOf(marksAt([{ x: 200.4, y: 200.3, kind: markKind(6, NEUTRAL_SOFTNESS, shape), load: 90 }]), 2),
        2,
      ),
    );
    for (const taken of takes) expect(Math.abs(taken / (takes[0] ?? 0) - 1)).toBeLessThan(0.01);
  });

  it('spreads a mark smoothly over pixels when drawn large, without plateaus or steps', () => {
    const sum = densityOf(marksAt([{ x: 200.4, y: 200.3, kind: markKind(6, NEUTRAL_SOFTNESS, 0), load: 90 }]), 4);
    const row = sum.subarray(801 * 1600 + 740, 801 * 1600 + 860);
    const peak = Math.max(...row);
    for (let i = 1; i < row.length; i++) {
      expect(Math.abs((row[i] ?? 0) - (row[i - 1] ?? 0))).toBeLessThan(peak / 6);
    }
    expect(row[0]).toBe(0);
  });
});

describe('the hash of what is drawn', () => {
  /** Of 64 px squares of the photo, row by row; the marks in blocks of 50 px. */
  const hashesOf = (places: ReturnType<typeof scattered>): Uint32Array => {
    const squares = squaresOf({ width: PHOTO.width, height: PHOTO.height, scale: 1, originX: 0, originY: 0 }, 64);
    const hashes = new Uint32Array(squares.columns * squares.rows);
    const blocks = Array.from({ length: 64 }, (_, block) =>
      places.filter(({ x, y }) => Math.floor(x / 50) === block % 8 && Math.floor(y / 50) === Math.floor(block / 8)),
    );
    const index = blocks.flatMap((block) => indexOf(marksAt(block)));
    addMarkHashes(hashes, index, squares);
    return hashes;
  };

  it('changes where a mark moved and stays elsewhere', () => {
    const places = scattered(3000);
    const at = (x: number): Uint32Array => hashesOf(places.with(0, { kind: 20, load: 60, ...places[0], x, y: 130 }));
    const [there, away] = [at(130), at(131)];
    const differing = Array.from(there.keys()).filter((i) => there[i] !== away[i]);
    expect(differing).toContain(2 * 7 + 2);
    expect(differing.every((i) => Math.abs((i % 7) - 2) <= 1 && Math.abs(Math.floor(i / 7) - 2) <= 1)).toBe(true);
    expect(there.every((hash) => hash !== 0)).toBe(true);
  });

  it('is zero where nothing is drawn', () => {
    expect(hashesOf([]).every((hash) => hash === 0)).toBe(true);
  });
});
