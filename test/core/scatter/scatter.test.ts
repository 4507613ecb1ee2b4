import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fnv1a32 } from '../../../src/core/density/hash';
import type { DensityField } from '../../../src/core/density/field';
import { densityAt } from '../../../src/core/density/field';
import type { Ring } from '../../../src/core/geometry/rings';
import { insideRings } from '../../../src/core/geometry/rings';
import type { ScatterRequest } from '../../../src/core/scatter/dots';
import { MAX_DOTS } from '../../../src/core/scatter/dots';
import { scatter, scatterWithin } from '../../../src/core/scatter/scatter';
import { DENSITY_CEILING } from '../../../src/core/scatter/tile/tileShape';
import { byId, bytesOf, dotsOf, evenField, fieldOf } from './scattered';

const RUNS = { seed: 20, numRuns: 15 };
const seeds = fc.integer({ min: 0, max: 0xffffffff });
const irregularities = fc.constantFrom(0, 0.3, 0.5, 1);

/** A wavy field with an empty corner, 12 × 9 cm. */
const wavy = (highest = 150): DensityField =>
  fieldOf(-5, -4, 12, 9, 0.07, (x, y) => {
    const wave = 0.5 + 0.5 * Math.sin(1.3 * x + 0.4 * y * y);
    return x + y > 8 ? 0 : highest * wave;
  });

const star: Ring = Array.from({ length: 14 }, (_, i): [number, number] => {
  const radius = i % 2 === 0 ? 3.7 : 1.9;
  return [1 + radius * Math.cos((i * Math.PI) / 7), 0.3 + radius * Math.sin((i * Math.PI) / 7)];
});
const hole: Ring = Float64Array.of(0, 0, 1, 0.1, 1.3, 1.2, 0.2, 1);

describe('density', () => {
  it('a dot stands exactly where the field is above the density at which it appears', () => {
    fc.assert(
      fc.property(seeds, irregularities, (seed, irregularity) => {
        const field = wavy();
        const dots = dotsOf({ seed, field, irregularity });
        const full = dotsOf({ seed, field: { ...field, perCm2: field.perCm2.map(() => 150) }, irregularity });
        const known = byId(dots);
        let expected = 0;
        for (let i = 0; i < full.count; i++) {
          const x = full.x[i] as number;
          const y = full.y[i] as number;
          if ((full.appearsAt[i] as number) >= densityAt(field, x, y)) continue;
          expected++;
          if (!known.has(full.id[i] as number)) throw new Error(`dot ${i} is missing`);
        }
        expect(dots.count).toBe(expected);
      }),
      { ...RUNS, numRuns: 8 },
    );
  });

  it('asked against achieved: within 2 % in bands of a rising field', () => {
    const field = fieldOf(-12, -8, 24, 16, 0.05, (x) => (400 * (x + 12)) / 24);
    for (const seed of [1, 77, 123456789]) {
      const dots = dotsOf({ seed, field });
      for (let band = 1; band < 8; band++) {
        let count = 0;
        for (let i = 0; i < dots.count; i++) if (Math.floor(((dots.x[i] as number) + 12) / 3) === band) count++;
        const asked = (400 * (band + 0.5)) / 8;
        expect(Math.abs(count / (3 * 16) / asked - 1)).toBeLessThan(0.02);
      }
    }
  });

  it('is zero outside the field, and the count of a whole area is true to 1 %', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.double({ min: 20, max: 600, noNaN: true }),
        irregularities,
        (seed, perCm2, irregularity) => {
          const dots = dotsOf({ seed, field: evenField(-6, -5, 12, 12, perCm2), irregularity });
          expect(Math.abs(dots.count / (144 * perCm2) - 1)).toBeLessThan(0.01 + 8 / (144 * perCm2));
          expect(Math.min(...dots.x)).toBeGreaterThanOrEqual(-6);
          expect(Math.max(...dots.y)).toBeLessThanOrEqual(7);
        },
      ),
      RUNS,
    );
  });

  it('above the ceiling is clamped and reported', () => {
    const field = evenField(0, 0, 2, 2, 5000);
    const dots = dotsOf({ seed: 1, field });
    expect(dots.clampedAbove).toBe(5000);
    expect(dots.count / 4).toBeLessThanOrEqual(DENSITY_CEILING * 1.05);
    expect(dotsOf({ seed: 1, field: evenField(0, 0, 2, 2, 300) }).clampedAbove).toBeNull();
  });
});

describe('the clip', () => {
  it('keeps exactly the dots inside the rings', () => {
    fc.assert(
      fc.property(seeds, irregularities, (seed, irregularity) => {
        const field = wavy(600);
        const clip = [star, hole];
        const clipped = byId(dotsOf({ seed, field, irregularity, clip }));
        const all = dotsOf({ seed, field, irregularity });
        let inside = 0;
        for (let i = 0; i < all.count; i++) {
          const isInside = insideRings(clip, all.x[i] as number, all.y[i] as number);
          if (isInside) inside++;
          if (clipped.has(all.id[i] as number) !== isInside) throw new Error(`dot ${i} is on the wrong side`);
        }
        expect(clipped.size).toBe(inside);
      }),
      { ...RUNS, numRuns: 10 },
    );
  });

  it('with level edges, rings far larger than the field, or none at all', () => {
    const field = wavy();
    const all = dotsOf({ seed: 4, field });
    const around: Ring = [
      [-50, -50],
      [50, -50],
      [50, 50],
      [-50, 50],
    ];
    expect(byId(dotsOf({ seed: 4, field, clip: [around] }))).toEqual(byId(all));
    expect(dotsOf({ seed: 4, field, clip: [] }).count).toBe(0);
    const box: Ring = [
      [-2, -1],
      [3, -1],
      [3, 2],
      [-2, 2],
    ];
    const inBox = dotsOf({ seed: 4, field, clip: [box] });
    const within = scatterWithin({ seed: 4, field }, { x0: -2, y0: -1, x1: 3, y1: 2 });
    if (within.kind !== 'dots') throw new Error(within.message);
    expect(byId(inBox)).toEqual(byId(within));
  });
});

describe('stability', () => {
  it('more density only adds dots: every one of the sparser set is in the denser, unmoved', () => {
    fc.assert(
      fc.property(seeds, irregularities, fc.double({ min: 0.1, max: 1, noNaN: true }), (seed, irregularity, share) => {
        const field = wavy();
        const dense = byId(dotsOf({ seed, field, irregularity }));
        const sparse = dotsOf({ seed, irregularity, field: { ...field, perCm2: field.perCm2.map((d) => share * d) } });
        expect([...byId(sparse)].every(([id, dot]) => dense.get(id) === dot)).toBe(true);
      }),
      RUNS,
    );
  });

  it('an edit changes no dot outside the nodes that it touches', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 20, max: 120 }), fc.integer({ min: 20, max: 90 }), (seed, column, row) => {
        const field = wavy();
        const edited = { ...field, perCm2: field.perCm2.slice() };
        for (let r = row; r < row + 10; r++) {
          for (let c = column; c < column + 10; c++) edited.perCm2[r * field.columns + c] = 500;
        }
        const kept = byId(dotsOf({ seed, field }));
        const after = byId(dotsOf({ seed, field: edited }));
        const isTouched = (x: number, y: number): boolean => {
          const fx = (x - field.originX) / field.step;
          const fy = (y - field.originY) / field.step;
          return fx > column - 1 && fx < column + 10 && fy > row - 1 && fy < row + 10;
        };
        const elsewhere = (dots: ReadonlyMap<number, string>): string[] =>
          [...dots.values()].filter((dot) => {
            const [x, y] = dot.split(' ');
            return !isTouched(Number(x), Number(y));
          });
        expect(elsewhere(after)).toEqual(elsewhere(kept));
      }),
      RUNS,
    );
  });

  it('scatterWithin gives exactly the dots of the whole within the rectangle, in the same order', () => {
    const sides = fc.tuple(fc.double({ min: -7, max: 8, noNaN: true }), fc.double({ min: 0, max: 6, noNaN: true }));
    fc.assert(
      fc.property(
        seeds,
        irregularities,
        sides,
        sides,
        fc.boolean(),
        (seed, irregularity, [x0, w], [y0, h], clipped) => {
          const rect = { x0, y0, x1: x0 + w, y1: y0 + h };
          const request: ScatterRequest = {
            seed,
            field: wavy(),
            irregularity,
            clip: clipped ? [star, hole] : undefined,
          };
          const part = scatterWithin(request, rect);
          if (part.kind !== 'dots') throw new Error(part.message);
          const whole = dotsOf(request);
          const wanted = [...byId(whole)].filter((_, i) => {
            const x = whole.x[i] as number;
            const y = whole.y[i] as number;
            return x >= rect.x0 && x < rect.x1 && y >= rect.y0 && y < rect.y1;
          });
          expect([...byId(part)]).toEqual(wanted);
        },
      ),
      RUNS,
    );
  });

  it('ids are unique over a whole head', () => {
    const dots = dotsOf({ seed: 9, field: evenField(-20, -20, 40, 40, 350) });
    expect(new Set(dots.id).size).toBe(dots.count);
  });

  it('another seed is another set', () => {
    const one = new Set(byId(dotsOf({ seed: 1, field: evenField(0, 0, 3, 3, 200) })).values());
    const other = [...byId(dotsOf({ seed: 2, field: evenField(0, 0, 3, 3, 200) })).values()];
    expect(other.some((dot) => one.has(dot))).toBe(false);
  });

  it('the same request gives the same bytes, today and always', () => {
    const request = { seed: 42, field: wavy(), clip: [star, hole], sizeVariation: 0.3 };
    const bytes = bytesOf(dotsOf(request));
    dotsOf({ seed: 43, field: wavy(900), sizeVariation: 0.1, irregularity: 1 });
    expect(bytesOf(dotsOf(request))).toEqual(bytes);
    // Changes only with a new engine version, which old designs then show.
    expect(fnv1a32(bytes).toString(16)).toBe('28c1c0b3');
  });
});

describe('memory', () => {
  it('all columns lie in one buffer, so that one transfer hands them over', () => {
    const dots = dotsOf({ seed: 3, field: wavy() });
    const { x, y, appearsAt, size, tone, id } = dots;
    for (const column of [x, y, appearsAt, size, tone, id]) {
      expect(column.buffer).toBe(x.buffer);
      expect(column).toHaveLength(dots.count);
    }
    // Never much more than the columns need.
    expect(x.buffer.byteLength).toBeLessThanOrEqual((24 * dots.count) / 0.75);
  });

  it('dots handed out stay as they are whatever is scattered after', () => {
    const dots = dotsOf({ seed: 3, field: wavy() });
    const before = bytesOf(dots);
    dotsOf({ seed: 4, field: wavy(300) });
    expect(bytesOf(dots)).toEqual(before);
    expect(dotsOf({ seed: 5, field: wavy() }).x.buffer).not.toBe(dots.x.buffer);
  });
});

describe('size and tone', () => {
  it('size is log-normal with median 1, tone even from 0 to 1, neither tied to the other', () => {
    const dots = dotsOf({ seed: 5, field: evenField(0, 0, 10, 10, 300), sizeVariation: 0.25 });
    const logs = Array.from(dots.size, Math.log);
    const mean = logs.reduce((sum, v) => sum + v, 0) / logs.length;
    const sd = Math.sqrt(logs.reduce((sum, v) => sum + (v - mean) ** 2, 0) / logs.length);
    expect(mean).toBeCloseTo(0, 1);
    expect(Math.abs(sd - 0.25)).toBeLessThan(0.005);
    const toneMean = dots.tone.reduce((sum, v) => sum + v, 0) / dots.count;
    expect(toneMean).toBeCloseTo(0.5, 1);
    let covariance = 0;
    for (let i = 0; i < dots.count; i++) covariance += ((logs[i] ?? 0) - mean) * ((dots.tone[i] as number) - toneMean);
    expect(Math.abs(covariance / dots.count / (sd * Math.sqrt(1 / 12)))).toBeLessThan(0.02);
  });

  it('without variation every dot has size 1', () => {
    const dots = dotsOf({ seed: 5, field: evenField(0, 0, 2, 2, 300), sizeVariation: 0 });
    expect(dots.size.every((size) => size === 1)).toBe(true);
  });
});

describe('a malformed request is answered with what is wrong', () => {
  const field = evenField(0, 0, 2, 2, 100);
  const ring: Ring = [
    [0, 0],
    [1, 0],
    [1, 1],
  ];
  const good: ScatterRequest = { seed: 1, field };
  it.each<[string, ScatterRequest]>([
    ['seedNotUint32', { ...good, seed: -1 }],
    ['seedNotUint32', { ...good, seed: 1.5 }],
    ['seedNotUint32', { ...good, seed: NaN }],
    ['gridMalformed', { ...good, field: { ...field, columns: 1 } }],
    ['gridMalformed', { ...good, field: { ...field, step: 0 } }],
    ['gridMalformed', { ...good, field: { ...field, step: NaN } }],
    ['gridLengthMismatch', { ...good, field: { ...field, perCm2: new Float32Array(3) } }],
    ['extentTooLarge', { ...good, field: { ...field, step: 1000 } }],
    ['extentTooLarge', { ...good, field: { ...field, originX: NaN } }],
    ['extentTooLarge', { ...good, field: { ...field, columns: 100000, rows: 100000 } }],
    ['densityNotANumber', { ...good, field: { ...field, perCm2: field.perCm2.map((d, i) => (i === 7 ? NaN : d)) } }],
    ['densityNotANumber', { ...good, field: { ...field, perCm2: field.perCm2.map(() => Infinity) } }],
    ['densityNegative', { ...good, field: { ...field, perCm2: field.perCm2.map((d, i) => (i === 7 ? -1 : d)) } }],
    ['clipMalformed', { ...good, clip: [ring.slice(0, 2)] }],
    ['clipMalformed', { ...good, clip: [Float64Array.of(0, 0, 1, NaN, 1, 1)] }],
    ['irregularityOutOfRange', { ...good, irregularity: 1.1 }],
    ['irregularityOutOfRange', { ...good, irregularity: NaN }],
    ['sizeVariationOutOfRange', { ...good, sizeVariation: 0.6 }],
    ['tooManyDots', { ...good, field: evenField(-50, -50, 100, 100, 1000) }],
  ])('%s', (reason, request) => {
    const answer = scatter(request);
    expect(answer.kind === 'scatterError' && answer.reason).toBe(reason);
  });

  it('a rectangle turned inside out', () => {
    const answer = scatterWithin(good, { x0: 1, y0: 0, x1: 0, y1: 1 });
    expect(answer.kind === 'scatterError' && answer.reason).toBe('rectMalformed');
  });

  it('and the next good one is answered as ever', () => {
    expect(MAX_DOTS).toBe(2_000_000);
    expect(dotsOf(good).count).toBeGreaterThan(350);
  });
});
