import type { Scene } from '../../src/core/design/scene';
import { pictureJobs, type PictureJobs } from '../../src/studio/workers/pictureJobs';
import type { FrameWanted, ToPictureWorker } from '../../src/studio/workers/pictureMessages';
import type { BenchPart, BenchTable } from './benchPart';
import { interleaved } from './cpuTime';
import { flatScene, hairlineArea } from '../core/design/flatScene';

/** A photo of 7 megapixels at 9 px/mm. */
const WIDTH = 3000;
const HEIGHT = 2400;
const MM_PER_PX = 0.11;
const CM_PER_PX = MM_PER_PX / 10;

/** About 35,000 dots behind a shallow arc of a hairline; `bumpPx` bends a tenth of it. */
function scene(perCm2: number, bumpPx: number): Scene {
  const hairline: number[] = [];
  for (let i = 0; i <= 200; i++) {
    const t = i / 200;
    const bump = t > 0.4 && t < 0.5 ? bumpPx * Math.sin((t - 0.4) * 10 * Math.PI) : 0;
    hairline.push((550 + 1900 * t) * CM_PER_PX, (700 + 250 * (2 * t - 1) ** 2 + bump) * CM_PER_PX);
  }
  const ring = [...hairline];
  for (let i = 1; i < 200; i++) {
    const angle = (Math.PI * i) / 200;
    ring.push((1500 + 950 * Math.cos(angle)) * CM_PER_PX, (950 + 700 * Math.sin(angle)) * CM_PER_PX);
  }
  return {
    photoWidth: WIDTH,
    photoHeight: HEIGHT,
    ...flatScene(MM_PER_PX),
    seed: 5,
    dotSizeMm: 0.28,
    sizeVariation: 0.25,
    irregularity: 0.5,
    areas: [hairlineArea({ hairlineCm: Float64Array.from(hairline), ringCm: Float64Array.from(ring), perCm2 })],
  };
}

function view(level: number, frame: FrameWanted | null): ToPictureWorker {
  const visible = { x0: 0, y0: 0, x1: WIDTH, y1: HEIGHT };
  const focus = { x: 1500, y: 1000 };
  return { type: 'view', view: { version: 1, levels: [{ layer: 'after', level }], frame, visible, focus } };
}

interface Desk {
  readonly jobs: PictureJobs;
  /** Does all that is to be done; returns the dots of the scene. */
  readonly work: () => number;
}

function desk(level: number): Desk {
  let dots = 0;
  const jobs = pictureJobs((message) => {
    if (message.type === 'scene') dots = message.dots;
  });
  const rgba = Uint32Array.from({ length: WIDTH * HEIGHT }, (_, i) => 0xff96b0d6 - (Math.imul(i, 0x9e3779b1) >>> 29));
  jobs.receive({ type: 'photo', photo: 1, width: WIDTH, height: HEIGHT, rgba: rgba.buffer });
  jobs.receive({ type: 'scene', job: 1, scene: scene(220, 0) });
  jobs.receive(view(level, null));
  const work = (): number => {
    while (jobs.step(() => false));
    return dots;
  };
  work();
  return { jobs, work };
}

/** What a change costs until its last tile is sent, the dots laid anew included. */
function change(
  name: string,
  level: number,
  to: (round: number) => Scene,
): { name: string; run: (round: number) => number } {
  const { jobs, work } = desk(level);
  return {
    name: `${name}, ${level === 0 ? 'full' : `1/${String(2 ** level)}`} size`,
    run: (round) => {
      jobs.receive({ type: 'scene', job: 1, scene: to(round) });
      return work();
    },
  };
}

const changes = (level: number): { name: string; run: (round: number) => number }[] => [
  change('density changed', level, (round) => scene(round % 2 === 0 ? 219 : 221, 0)),
  change('hairline handle moved', level, (round) => scene(220, round % 2 === 0 ? 0 : 30)),
];

function refinedView(): { name: string; run: (round: number) => number } {
  const { jobs, work } = desk(1);
  const frame = { layers: ['after'], width: 1400, height: 1000, scale: 0.77, originX: -300, originY: -250 } as const;
  return {
    name: 'refined view, 1,400 × 1,000 px at 77 %',
    run: (round) => {
      jobs.receive(view(1, { ...frame, id: 1 + round }));
      return work();
    },
  };
}

/** The picture worker's work, on one core and without a browser. */
export const part: BenchPart = {
  name: 'picture',
  run(progress): BenchTable[] {
    progress('photo of 7 megapixels');
    const timings = [...interleaved(changes(1)), ...interleaved(changes(0)), ...interleaved([refinedView()])];
    return [
      {
        title: 'The picture: CPU time in the worker until all tiles are sent (median of 7)',
        columns: ['work', 'dots', 'ms'],
        rows: timings.map(({ name, dots, ms }) => [name, dots, ms]),
      },
    ];
  },
};
