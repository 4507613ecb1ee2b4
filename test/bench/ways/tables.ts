import type { BenchTable } from '../benchPart';

/** What was measured of one way at one number of dots; times in ms, of one edit or one frame, the median of several. */
export interface WayFigures {
  readonly key: string;
  readonly name: string;
  readonly firstMs: number;
  readonly panMs: number;
  /** The photo alone, moved in turn with this way. */
  readonly photoPanMs: number;
  /** Main thread of a frame. */
  readonly panCpuMs: number;
  readonly photoPanCpuMs: number;
  readonly localMs: number;
  /** Processor time of a local edit. */
  readonly mainCpuMs: number;
  readonly workerCpuMs: number;
  readonly latencyMs: number;
  /** The page's memory after the first picture and after edits, beyond the photo alone; null: not measured. */
  readonly firstMb: number | null;
  readonly laterMb: number | null;
  readonly edits: number;
}

export interface MainThreadFigures {
  readonly dots: number;
  readonly name: string;
  /** Until the frame that shows it is done. */
  readonly mainCpuMs: number;
  /** Until all is made anew, what is out of sight too. */
  readonly toRestCpuMs: number;
  readonly photoDrawMs: number;
}

export interface DragFigures {
  readonly atRest: number;
  readonly touched: number;
  readonly moveMs: number;
  readonly mainCpuMs: number;
  readonly workerCpuMs: number;
}

export interface BoundFigures {
  readonly totalMb: number | null;
  readonly boundMb: number;
  readonly dots: number;
  readonly edits: number;
}

const mbText = (mb: number | null): string => (mb === null ? 'not measured' : String(Math.round(mb)));
const factor = (value: number): string => `${String(Number(value.toPrecision(value < 10 ? 2 : 3)))} ×`;
const dotsText = (dots: number): string => dots.toLocaleString('en');

/** What is inside each clock. */
const CLOCKS = [
  'First picture: from the decoded photo and the document to the end of the frame that shows both. Pan frame: from one frame to the next, frames made as fast as they can be.',
  'Local edit: from the edit until all its pixels lie in the visible canvas, one pixel read back; what waits for a frame is run at once. Follicle, brushed: a stroke over these dots is handed to the picture with its scene; handle dragged: document, scene and area are made anew within the clock. CPU: the processor time of the same stretch.',
  'Latency: from the pointer event, as the browser has dated it, to the end of the frame that shows its edit.',
];

/** All ways at one number of dots. */
export function sizeTable(dots: number, all: readonly WayFigures[], photoMb: number | null): BenchTable {
  const edits = all.map(({ name, edits }) => `${name} ${String(edits)}`).join(', ');
  return {
    title: `${dotsText(dots)} dots over a photo of 12 megapixels, each way in a browser of its own (ms; MB beyond the photo alone)`,
    columns: [
      'way',
      'first picture',
      'pan frame',
      'of the photo alone',
      'its CPU, of the photo alone',
      'local edit',
      'its CPU, page',
      'its CPU, worker',
      'latency to pixels',
      'MB at first',
      'MB after edits',
    ],
    rows: all.map((each) => [
      each.name,
      Math.round(each.firstMs),
      each.panMs,
      factor(each.panMs / each.photoPanMs),
      factor(each.panCpuMs / each.photoPanCpuMs),
      each.localMs,
      each.mainCpuMs,
      each.workerCpuMs,
      each.latencyMs,
      mbText(each.firstMb),
      mbText(each.laterMb),
    ]),
    notes: [...CLOCKS, `The page with the photo alone: ${mbText(photoMb)} MB. Edits before the last column: ${edits}.`],
  };
}

/** One figure that is asked for: at which numbers of dots, and what it must reach. */
interface Asked {
  readonly what: string;
  readonly own: string;
  readonly other: string;
  /** What is asked at a number of dots; null: nothing. */
  readonly least: (dots: number) => number | null;
}

const ASKED: readonly Asked[] = ['brushed', 'handle'].flatMap((own) => [
  { what: 'local edit, of Konva circles', own, other: 'circles', least: (dots) => (dots === 100_000 ? 25 : null) },
  {
    what: 'local edit, of the cached group',
    own,
    other: 'cached',
    least: (dots) => (dots === 100_000 ? 40 : dots === 250_000 ? 50 : null),
  },
]);

/** `value (asked: …)`, so that each stands beside what it must reach. */
const beside = (value: string, asked: string | null): string => (asked === null ? value : `${value} (${asked})`);

/** How many times faster Follicle's edits are, and its pan frame against the photo alone, with what is asked. */
export function ratioTable(
  sizes: readonly { readonly dots: number; readonly ways: readonly WayFigures[] }[],
): BenchTable {
  const row = (title: string, cell: (dots: number, ways: readonly WayFigures[]) => string): string[] => [
    title,
    ...sizes.map(({ dots, ways }) => cell(dots, ways)),
  ];
  const found = (ways: readonly WayFigures[], key: string): WayFigures | undefined =>
    ways.find((way) => way.key === key);
  const cpu = (way: WayFigures): number => way.mainCpuMs + way.workerCpuMs;
  const names = sizes[0]?.ways ?? [];
  const speed = (asked: Asked, of: (way: WayFigures) => number, kind: string): string[] =>
    row(`${found(names, asked.own)?.name ?? asked.own}: ${asked.what}, ${kind}`, (dots, ways) => {
      const [own, other] = [found(ways, asked.own), found(ways, asked.other)];
      if (own === undefined || other === undefined) return '–';
      const least = asked.least(dots);
      return beside(factor(of(other) / of(own)), least === null ? null : `≥ ${String(least)}`);
    });
  const pan = (kind: string, of: (way: WayFigures) => number): string[] =>
    row(`pan frame, of the photo alone, ${kind}`, (_, ways) => {
      const own = found(ways, 'brushed');
      return own === undefined ? '–' : beside(factor(of(own)), '≤ 1.15');
    });
  return {
    title: 'Follicle against what is asked (asked figures in brackets)',
    columns: ['figure', ...sizes.map(({ dots }) => dotsText(dots))],
    rows: [
      pan('time', (way) => way.panMs / way.photoPanMs),
      pan('main thread', (way) => way.panCpuMs / way.photoPanCpuMs),
      ...ASKED.map((asked) => speed(asked, (way) => way.localMs, 'time')),
      ...ASKED.map((asked) => speed(asked, cpu, 'CPU')),
    ],
    notes: [
      '× faster. "CPU" counts the processor time of both threads within the same clock: what else the machine does hardly meets it.',
    ],
  };
}

/** The main thread's share of an edit beside one draw of the photo. */
export function mainThreadTable(all: readonly MainThreadFigures[]): BenchTable {
  return {
    title: "Main thread per edit at the screen's own frame rate (CPU ms)",
    columns: ['edit', 'dots', 'main thread', 'one photo draw', 'beyond it', 'asked', 'main thread until rest'],
    rows: all.map(({ name, dots, mainCpuMs, toRestCpuMs, photoDrawMs }) => {
      return [name, dots, mainCpuMs, photoDrawMs, mainCpuMs - photoDrawMs, '≤ 2', toRestCpuMs];
    }),
  };
}

/** What a move of a dragged handle costs with more and more dots elsewhere. */
export function dragTable(all: readonly DragFigures[]): BenchTable {
  const cpu = ({ mainCpuMs, workerCpuMs }: DragFigures): number => mainCpuMs + workerCpuMs;
  const [least] = all;
  return {
    title: 'A handle dragged over the same dots, with others at rest elsewhere (ms per move; asked: no growth)',
    columns: ['dots at rest', 'dots touched', 'move', 'of the first', 'CPU, page', 'CPU, worker', 'CPU of the first'],
    rows: all.map((each) => [
      each.atRest,
      each.touched,
      each.moveMs,
      least === undefined ? '–' : factor(each.moveMs / least.moveMs),
      each.mainCpuMs,
      each.workerCpuMs,
      least === undefined ? '–' : factor(cpu(each) / cpu(least)),
    ]),
  };
}

/** Follicle's whole memory beside the bound that picture.ts states. */
export function boundTable({ totalMb, boundMb, dots, edits }: BoundFigures): BenchTable {
  return {
    title: 'Memory of Follicle’s picture at its fullest, with a photo of 12 megapixels (MB beyond an empty page)',
    columns: ['dots', 'edits before', 'measured', 'bound'],
    rows: [[dots, edits, mbText(totalMb), boundMb]],
    notes: ['Before and after side by side at 90 %, so at full size and refined, on a canvas of 1.4 megapixels.'],
  };
}
