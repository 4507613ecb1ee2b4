import { FRESH_PHOTO, type Case, type Photo } from '../../../src/core/design/case';
import { applyEdit, hairlineOn, type CaseEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import { DEFAULT_CRAFT, type Craft } from '../../../src/core/tools/craft';
import { nearestDot } from '../../../src/core/tools/area/dotsTool';
import type { LaidDot, Tool, ToolEvent, ToolPointer, ToolSetting, ToolView } from '../../../src/core/tools/tool';

export const PHOTO: Photo = {
  ...FRESH_PHOTO,
  id: 'front',
  sha256: 'ab',
  width: 2000,
  height: 2400,
  view: 'front',
  calibration: { kind: 'ruler', a: { x: 100, y: 2000 }, b: { x: 700, y: 2000 }, mm: 60 },
  outline: { cx: 1000, cy: 900, rx: 560, ry: 620, angleDeg: 0, placed: false },
  midline: { top: { x: 1000, y: 280 }, bottom: { x: 1000, y: 1960 } },
};

export const LINE: readonly PhotoPoint[] = [
  { x: 500, y: 900 },
  { x: 620, y: 600 },
  { x: 1000, y: 520 },
  { x: 1380, y: 600 },
  { x: 1500, y: 900 },
];

/** A tool at work on a case with one photo, as the studio runs it: drafts are kept apart, commits can be undone. */
export class Desk<State> {
  state: State;
  draft: CaseEdit | null = null;
  document: Case;
  readonly commits: CaseEdit[] = [];
  private readonly past: Case[] = [];
  private readonly future: Case[] = [];
  private ids = 0;
  /** Photo px and screen px are the same here unless a test says otherwise. */
  scale = 1;
  shown: Pick<ToolSetting, 'outlineShown' | 'midlineShown' | 'whorlsShown'> = {
    outlineShown: false,
    midlineShown: false,
  };
  areasShown = true;
  selectedAreas: readonly string[] = [];
  craft: Craft = DEFAULT_CRAFT;
  symmetric = false;
  snapLines: readonly (readonly PhotoPoint[])[] = [];
  /** Dots as laid, in photo px. */
  dots: readonly LaidDot[] = [];

  constructor(
    readonly tool: Tool<State>,
    line: readonly PhotoPoint[] | null = LINE,
    photo: Photo = PHOTO,
  ) {
    this.state = tool.start;
    const opened = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }), {
      type: 'addPhoto',
      photo,
    });
    this.document =
      line === null
        ? opened
        : applyEdit(opened, { type: 'setHairline', areaId: 'line', photoId: PHOTO.id, points: line });
  }

  get photo(): Photo {
    return this.document.photos[0] ?? PHOTO;
  }

  get points(): readonly PhotoPoint[] {
    return hairlineOn(this.document, PHOTO.id)?.points ?? [];
  }

  /** What the picture shows: the document with the draft. */
  get seen(): readonly PhotoPoint[] {
    const shown = this.draft === null ? this.document : applyEdit(this.document, this.draft);
    return hairlineOn(shown, PHOTO.id)?.points ?? [];
  }

  get view(): ToolView {
    return this.tool.view(this.state);
  }

  get undoSteps(): number {
    return this.past.length;
  }

  get setting(): ToolSetting {
    return {
      case: this.document,
      photo: this.photo,
      screenPxPerPhotoPx: this.scale,
      newAreaId: `area${String(this.ids)}`,
      ...this.shown,
      areasShown: this.areasShown,
      selectedAreas: this.selectedAreas,
      craft: this.craft,
      symmetric: this.symmetric,
      snapLines: this.snapLines,
      landmarks: this.photo.landmarks,
      dotNear: (p, reach) => nearestDot(this.dots, p, reach),
    };
  }

  send(event: ToolEvent): void {
    this.ids += 1;
    const step = this.tool.step(this.state, event, this.setting);
    this.state = step.state;
    this.draft = step.draft;
    if (step.select !== undefined) this.selectedAreas = step.select;
    if (step.commit === null) return;
    this.commits.push(step.commit);
    this.past.push(this.document);
    this.future.length = 0;
    this.document = applyEdit(this.document, step.commit);
  }

  press(x: number, y: number, held: Partial<ToolPointer> = {}): void {
    this.send({ type: 'press', ...pointer(x, y, held) });
  }

  drag(x: number, y: number, held: Partial<ToolPointer> = {}): void {
    this.send({ type: 'drag', coalesced: [{ x, y }], ...pointer(x, y, held) });
  }

  release(x: number, y: number, held: Partial<ToolPointer> = {}): void {
    this.send({ type: 'release', ...pointer(x, y, held) });
  }

  hover(x: number, y: number, held: Partial<ToolPointer> = {}): void {
    this.send({ type: 'hover', ...pointer(x, y, held) });
  }

  tap(x: number, y: number, held: Partial<ToolPointer> = {}): void {
    this.press(x, y, held);
    this.release(x, y, held);
  }

  /** As the canvas sends it: two taps, then the word that they were one gesture. */
  doubleTap(x: number, y: number): void {
    this.tap(x, y);
    this.tap(x, y);
    this.send({ type: 'doubleTap', ...pointer(x, y) });
  }

  stroke(points: readonly PhotoPoint[], held: Partial<ToolPointer> = {}): void {
    const [first, ...rest] = points;
    if (first === undefined) return;
    this.press(first.x, first.y, held);
    for (const { x, y } of rest) this.drag(x, y, held);
    const last = points.at(-1) ?? first;
    this.release(last.x, last.y, held);
  }

  undo(): void {
    this.send({ type: 'cancel' });
    const before = this.past.pop();
    if (before === undefined) return;
    this.future.push(this.document);
    this.document = before;
  }

  redo(): void {
    this.send({ type: 'cancel' });
    const after = this.future.pop();
    if (after === undefined) return;
    this.past.push(this.document);
    this.document = after;
  }
}

export const pointer = (x: number, y: number, held: Partial<ToolPointer> = {}): ToolPointer => ({
  photo: { x, y },
  screen: { x, y },
  pointer: 'mouse',
  shift: false,
  alt: false,
  ...held,
});
