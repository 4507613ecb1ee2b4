import type { BrushStroke } from '../../src/core/density/brush';
import { brushField } from '../../src/core/density/brush';
import type { DensityField } from '../../src/core/density/field';
import { seededRandom } from '../../src/core/density/noise';
import { scatter, scatterWithin } from '../../src/core/scatter/scatter';
import { fieldOf } from '../core/scatter/scattered';
import type { BenchPart, BenchTable } from './benchPart';
import type { Candidate, Timing } from './cpuTime';
import { interleaved } from './cpuTime';
import { fastPoisson, poisson, poissonVariable, voronoiStippling } from './peers';

const WIDTH = 20; // cm: 300 cm², a large treatment
const HEIGHT = 15;
const STEP = 0.05;
const LEAST_SHARE = 0.04;

const smoothRise = (t: number): number => t * t * (3 - 2 * t);

/** How a varying design is dense, as a share of its highest: rising from the front, falling to one side. */
const share = (x: number, y: number): number =>
  LEAST_SHARE +
  (1 - LEAST_SHARE) * smoothRise(Math.min(y / HEIGHT, 1)) * (1 - 0.5 * smoothRise(Math.min(x / WIDTH, 1)));

const fieldFor = (perCm2: (x: number, y: number) => number): DensityField => fieldOf(0, 0, WIDTH, HEIGHT, STEP, perCm2);

const countOf = (field: DensityField, seed: number): number => {
  const dots = scatter({ seed, field });
  return dots.kind === 'dots' ? dots.count : 0;
};

/** The least that any generator must do: a hash and three writes a dot, into arrays that it hands over. */
const floor = (count: number): Candidate => ({
  name: 'floor: a hash and three writes a dot',
  run(round) {
    const x = new Float32Array(count);
    const y = new Float32Array(count);
    const size = new Float32Array(count);
    for (let i = 0; i < count; i++) {
      let h = Math.imul(i ^ round, 0x21f0aaad);
      h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
      h ^= h >>> 15;
      x[i] = (h & 0xffff) * 0.0003;
      y[i] = (h >>> 16) * 0.0002;
      size[i] = 0.8 + (h & 255) * 0.0016;
    }
    return x.length;
  },
});

function rowsOf(work: string, timings: readonly Timing[]): (string | number)[][] {
  const ours = timings[0]?.ms ?? NaN;
  return timings.map(({ name, dots, ms }) => [work, name, dots, ms, `${Number((ms / ours).toPrecision(3))} ×`]);
}

function uniform(count: number): (string | number)[][] {
  const filling = { width: WIDTH, height: HEIGHT, count };
  const field = fieldFor(() => count / (WIDTH * HEIGHT));
  return rowsOf(
    `uniform ${count / 1000}k`,
    interleaved([
      { name: 'Follicle', run: (round) => countOf(field, round) },
      fastPoisson(filling, 10),
      fastPoisson(filling, undefined),
      poisson(filling),
      floor(count),
    ]),
  );
}

function variable(count: number): (string | number)[][] {
  const filling = { width: WIDTH, height: HEIGHT, count };
  const shares = fieldFor(share).perCm2;
  const mean = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  const highest = count / (WIDTH * HEIGHT) / mean;
  return rowsOf(
    `variable ${count / 1000}k`,
    interleaved([
      {
        name: 'Follicle, its density grid rebuilt',
        run: (round) =>
          countOf(
            fieldFor((x, y) => highest * share(x, y)),
            round,
          ),
      },
      { name: 'Follicle, the grid as it is', run: (round) => countOf(keptField(highest), round) },
      poissonVariable(filling, share, LEAST_SHARE),
      voronoiStippling(filling, share, 10),
      floor(count),
    ]),
  );
}

let kept: { readonly highest: number; readonly field: DensityField } | null = null;

/** The varying field, made once. */
function keptField(highest: number): DensityField {
  if (kept?.highest !== highest) kept = { highest, field: fieldFor((x, y) => highest * share(x, y)) };
  return kept.field;
}

function edit(): (string | number)[][] {
  const field = fieldFor(() => 833);
  const rect = { x0: 8, y0: 6, x1: 11, y1: 8 };
  return rowsOf(
    '3 × 2 cm at 833/cm²',
    interleaved([
      {
        name: 'Follicle, scatterWithin',
        run(round) {
          const dots = scatterWithin({ seed: round, field }, rect);
          return dots.kind === 'dots' ? dots.count : 0;
        },
      },
    ]),
  );
}

/** What 2,000 freehand strokes of 2 cm, 3 mm wide each way and feathered, cost on 300 × 200 nodes. */
function brush(): (string | number)[][] {
  const field = fieldOf(0, 0, 15, 10, STEP, () => 220);
  const random = seededRandom(6);
  const strokes = Array.from({ length: 2000 }, (): BrushStroke => {
    const [x, y, turn] = [15 * random(), 10 * random(), 6 * random()];
    const path = new Float64Array(40);
    for (let i = 0; i < 20; i++) {
      path[2 * i] = x + 0.1 * i * Math.cos(turn);
      path[2 * i + 1] = y + 0.1 * i * Math.sin(turn + 0.05 * i);
    }
    return { path, radiusMm: 3, featherMm: 2, kind: 'more', strength: 0.1 };
  });
  const run = (): number => {
    const made = brushField(field, strokes);
    return made.ok ? made.value.perCm2.length : 0;
  };
  return interleaved([{ name: 'Follicle, brushField', run }]).map(({ name, dots, ms }) => [name, dots, ms]);
}

/** Dot engine against the published samplers, on 300 cm². */
export const part: BenchPart = {
  name: 'scatter',
  run(progress): BenchTable[] {
    const rows: (string | number)[][] = [];
    for (const count of [10_000, 50_000, 100_000, 250_000]) {
      progress(`uniform ${count}`);
      rows.push(...uniform(count));
    }
    progress('variable 50000');
    rows.push(...variable(50_000), ...edit());
    return [
      {
        title: 'Dots on 300 cm², CPU time (median of 7, interleaved)',
        columns: ['work', 'way', 'dots', 'ms', 'against Follicle'],
        rows,
      },
      {
        title: '2,000 brush strokes, CPU time (median of 7)',
        columns: ['way', 'nodes', 'ms'],
        rows: brush(),
      },
    ];
  },
};
