import { fitCamera, type Camera } from '../../../core/geometry/camera';
import type { ScreenPoint } from '../../../core/geometry/units';
import type { Scene } from '../../../core/design/scene';
import { pictureClient, type PictureRows, type WorkerPhoto } from '../../workers/pictureClient';
import type { ExportWanted, FromPictureWorker, PictureLayer } from '../../workers/pictureMessages';
import { NO_FIGURES, type PictureFigures } from './figures';
import { frameCanvases } from './frameCanvases';
import { levelCanvases, type LevelCanvases } from './levelCanvases';
import { paintPicture } from './paintPicture';
import {
  deviceSize,
  layersOf,
  levelsFor,
  placementOf,
  visiblePart,
  type Compare,
  type DeviceSize,
  type Placement,
} from './viewGeometry';

/** The work copy of a photo, upright and opaque. */
export type PicturePhoto = WorkerPhoto;

/**
 * The photo with its pigment on a plain canvas, outside React. Everything may be set at any time and in any order; it is
 * drawn in the next animation frame, and only when something changed.
 *
 * Memory for a photo of 12 megapixels with 100,000 dots on a canvas of 1.4 megapixels: at most 250 MB, of which the bench's
 * part `ways` finds 228 to 239 in use, and 150 zoomed to fit. In the worker: 64 MB for the photo and its levels, 6 for the refined
 * view, some 20 for the scene and what is remembered of the one before it, and up to 35 that its engine keeps for short-lived
 * objects. Here: 48 MB for the planned picture at full size, 12 for the bare one at half, 8 for small levels, 12 for the
 * refined views, 6 for the screen; the rest is tiles on their way, on sheets of 1 MB. The photo's own pixels are not kept
 * here. Each further megapixel of canvas takes 16 MB: the refined views, the worker's and two here, and the screen.
 */
export interface Picture {
  readonly setPhoto: (photo: PicturePhoto | null) => void;
  /**
   * A small picture that stands in until a photo of the same shape is drawn wherever it is in sight; fitted to the canvas
   * until there is a photo.
   */
  readonly setPlaceholder: (image: PlaceholderImage | null) => void;
  /** While the new scene is made the last picture stays. */
  readonly setScene: (scene: Scene | null) => void;
  readonly setCamera: (camera: Camera) => void;
  readonly setSize: (cssWidth: number, cssHeight: number, devicePixelRatio: number) => void;
  readonly setCompare: (compare: Compare) => void;
  /** The colour round the photo, as CSS writes it. */
  readonly setSurround: (colour: string) => void;
  /** Where the hand is, in CSS px; tiles near it come first. Null for the middle of the canvas. */
  readonly setFocus: (focus: ScreenPoint | null) => void;
  readonly subscribe: (listener: (figures: PictureFigures) => void) => () => void;
  readonly figures: () => PictureFigures;
  /**
   * The picture's rows at the photo's own resolution as they stand at the call, or as wanted, for exports; null without a
   * photo.
   */
  readonly openRows: (wanted?: ExportWanted) => PictureRows | null;
  readonly dispose: () => void;
}

export type PlaceholderImage = HTMLImageElement | ImageBitmap | HTMLCanvasElement;

interface Placeholder {
  readonly image: PlaceholderImage;
  readonly width: number;
  readonly height: number;
}

/** The refined view is made when the camera has rested for so long. Our choice. */
const REST_MS = 120;

export function createPicture(canvas: HTMLCanvasElement): Picture {
  const screen = new PictureScreen(canvas);
  return {
    setPhoto: (photo) => screen.setPhoto(photo),
    setPlaceholder: (image) => screen.setPlaceholder(image),
    setScene: (scene) => screen.setScene(scene),
    setCamera: (camera) => screen.setCamera(camera),
    setSize: (cssWidth, cssHeight, ratio) => screen.setSize(cssWidth, cssHeight, ratio),
    setCompare: (compare) => screen.setCompare(compare),
    setSurround: (colour) => screen.setSurround(colour),
    setFocus: (focus) => screen.setFocus(focus),
    subscribe: (listener) => screen.subscribe(listener),
    figures: () => screen.figures,
    openRows: (wanted) => screen.openRows(wanted),
    dispose: () => screen.dispose(),
  };
}

type WorkerNews = Exclude<FromPictureWorker, { type: 'failed' | 'exportRows' }>;

class PictureScreen {
  figures: PictureFigures = NO_FIGURES;
  private readonly context: CanvasRenderingContext2D | null;
  private readonly listeners = new Set<(figures: PictureFigures) => void>();
  private readonly frame = frameCanvases(() => this.changeView());
  private readonly client = pictureClient({
    onMessage: (message) => this.hear(message),
    onRestart: () => this.restarted(),
    onFailure: (reason) => this.tell({ busy: false, pending: 0, problem: { kind: reason } }),
  });
  private photo: { readonly sha256: string; readonly width: number; readonly height: number } | null = null;
  private placeholder: Placeholder | null = null;
  private levels: LevelCanvases | null = null;
  private camera: Camera = { scale: 1, x: 0, y: 0 };
  private size: DeviceSize = { width: 0, height: 0, ratio: 1 };
  private compare: Compare = { kind: 'after' };
  private surround = '#1e1e1e';
  private focus: ScreenPoint | null = null;
  private moving = false;
  private rest: ReturnType<typeof setTimeout> | null = null;
  private nextFrame = 0;
  private drawWanted = false;
  private viewWanted = false;
  private viewVersion = 0;
  /** The first view of the photo that is there now: what stands in for it goes no sooner than that view is done. */
  private firstView = 1;
  /** The view that the worker was last told of, 0 for none in sight; −1 before it was told of any for this photo. */
  private toldView = -1;
  private job = 0;
  private hairReading = 0;
  private ended = false;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.context = canvas.getContext('2d', { alpha: false });
    canvas.addEventListener('contextrestored', this.redraw);
  }

  setPhoto(photo: PicturePhoto | null): void {
    if (photo !== null && photo.sha256 === this.photo?.sha256 && this.figures.problem === null) return;
    this.levels?.clear();
    this.frame.clear();
    this.photo = photo === null ? null : { sha256: photo.sha256, width: photo.width, height: photo.height };
    this.levels = photo === null ? null : levelCanvases(photo, this.dropped);
    if (photo === null || !standsFor(this.placeholder, photo)) this.placeholder = null;
    this.client.setPhoto(photo);
    this.firstView = this.viewVersion + 1;
    this.toldView = -1;
    this.hairReading = 0;
    this.tell({ dots: 0, busy: photo !== null, pending: photo === null ? 0 : 1, hairs: [], problem: null });
    this.changeView();
  }

  setPlaceholder(image: PlaceholderImage | null): void {
    this.placeholder = image === null ? null : { image, ...sizeOf(image) };
    this.redraw();
  }

  setScene(scene: Scene | null): void {
    this.job = this.client.setScene(scene);
    if (this.photo !== null) this.tell({ busy: true });
  }

  setCamera(camera: Camera): void {
    if (same(camera, this.camera) || !(camera.scale > 0 && Number.isFinite(camera.x + camera.y + camera.scale))) return;
    this.camera = { ...camera };
    this.changeView();
  }

  setSize(cssWidth: number, cssHeight: number, devicePixelRatio: number): void {
    const size = deviceSize(cssWidth, cssHeight, devicePixelRatio);
    if (same(size, this.size)) return;
    this.size = size;
    this.canvas.width = size.width;
    this.canvas.height = size.height;
    this.changeView();
  }

  setCompare(compare: Compare): void {
    const layers = layersOf(this.compare).join();
    this.compare = compare;
    this.redraw();
    if (layersOf(compare).join() !== layers) this.askForView();
  }

  setSurround(colour: string): void {
    this.surround = colour;
    this.redraw();
  }

  setFocus(focus: ScreenPoint | null): void {
    this.focus = focus;
  }

  subscribe(listener: (figures: PictureFigures) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  openRows(wanted?: ExportWanted): PictureRows | null {
    return this.client.openRows(wanted);
  }

  dispose(): void {
    this.ended = true;
    this.canvas.removeEventListener('contextrestored', this.redraw);
    cancelAnimationFrame(this.nextFrame);
    if (this.rest !== null) clearTimeout(this.rest);
    this.client.dispose();
    this.levels?.clear();
    this.frame.clear();
    this.listeners.clear();
  }

  private readonly redraw = (): void => {
    this.drawWanted = true;
    this.askForAnimationFrame();
  };

  private readonly dropped = (layer: PictureLayer, level: number): void => {
    this.client.forget(layer, level);
    this.askForView();
  };

  private askForView(): void {
    this.viewWanted = true;
    this.askForAnimationFrame();
  }

  /** The camera or the canvas has changed: the refined view is no longer right, and comes when they rest. */
  private changeView(): void {
    this.frame.leave();
    this.moving = true;
    if (this.rest !== null) clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.rest = null;
      this.moving = false;
      this.askForView();
      this.redraw();
    }, REST_MS);
    this.askForView();
    this.redraw();
  }

  private askForAnimationFrame(): void {
    if (this.nextFrame !== 0 || this.ended) return;
    this.nextFrame = requestAnimationFrame(() => {
      this.nextFrame = 0;
      if (this.viewWanted) this.sendView();
      if (this.drawWanted) this.draw();
    });
  }

  private sendView(): void {
    this.viewWanted = false;
    if (this.photo === null) return;
    const placement = placementOf(this.camera, this.size.ratio);
    const visible = visiblePart(placement, this.size, this.photo);
    if (!(visible.x0 < visible.x1 && visible.y0 < visible.y1)) {
      this.client.setView(null);
      this.toldView = 0;
      return;
    }
    const layers = layersOf(this.compare);
    const frame = this.moving ? null : this.frame.want(placement, this.size, this.photo, layers);
    const levels = levelsFor(this.compare, placement.level, this.photo);
    this.toldView = ++this.viewVersion;
    this.client.setView({ version: this.toldView, levels, frame, visible, focus: this.focusOnPhoto(placement) });
  }

  private focusOnPhoto({ x, y, scale }: Placement): { x: number; y: number } {
    const { ratio, width, height } = this.size;
    const at =
      this.focus === null ? { x: width / 2, y: height / 2 } : { x: this.focus.x * ratio, y: this.focus.y * ratio };
    return { x: (at.x - x) / scale, y: (at.y - y) / scale };
  }

  private hear(message: WorkerNews): void {
    switch (message.type) {
      case 'tiles':
        this.take(message);
        break;
      case 'scene':
        if (message.job !== this.job) break;
        if (message.problem !== null) {
          this.tell({ busy: false, pending: 0, problem: { kind: 'scene', error: message.problem } });
        } else {
          const { dots, clampedAbove, skinUnread } = message;
          this.tell({ dots, clampedAbove, skinUnread, problem: null });
        }
        break;
      case 'hairs':
        this.tell({
          hairs: message.reading === this.hairReading ? [...this.figures.hairs, ...message.tiles] : message.tiles,
        });
        this.hairReading = message.reading;
        break;
      case 'progress':
        this.progress(message);
        break;
      case 'rest':
        if (message.job === this.job && message.view === this.toldView) this.tell({ busy: false, pending: 0 });
        break;
      default:
        message satisfies never;
    }
  }

  private take({ photo, tiles, sheet }: Extract<WorkerNews, { type: 'tiles' }>): void {
    if (photo === this.client.photo()) {
      for (const tile of tiles) {
        const { surface, width, height, from } = tile;
        const image = new ImageData(new Uint8ClampedArray(sheet, 4 * from, 4 * width * height), width, height);
        if (surface.kind === 'frame') this.frame.put(surface.id, tile, image);
        else this.levels?.put(surface.level, tile, image);
      }
      this.redraw();
    }
    this.client.giveBack(sheet);
  }

  private progress({ job, left, all, view }: Extract<WorkerNews, { type: 'progress' }>): void {
    // A pan or zoom brings tiles, too, but only what the technician changed counts as work.
    if (job === this.job && view === this.toldView && this.figures.busy) {
      this.tell({ busy: left > 0, pending: all === 0 ? 0 : left / all });
    }
    if (this.photo === null || left > 0 || view !== this.viewVersion || view < this.firstView) return;
    this.frame.complete();
    this.placeholder = null;
    if (!this.moving) {
      this.levels?.keepOnly(levelsFor(this.compare, placementOf(this.camera, this.size.ratio).level, this.photo));
    }
    this.redraw();
  }

  private restarted(): void {
    this.frame.leave();
    this.hairReading = 0;
    this.askForView();
  }

  private tell(change: Partial<PictureFigures>): void {
    const next = { ...this.figures, ...change };
    if (same(next, this.figures)) return;
    this.figures = next;
    for (const listener of this.listeners) listener(next);
  }

  private draw(): void {
    this.drawWanted = false;
    if (this.context === null || this.size.width === 0 || this.size.height === 0) return;
    const photo = this.photo ?? this.placeholder;
    const placement = photo === null ? null : placementOf(this.cameraFor(photo), this.size.ratio);
    paintPicture(this.context, {
      size: this.size,
      surround: this.surround,
      placement,
      photo,
      compare: this.compare,
      placeholder: this.placeholder?.image ?? null,
      layers: { after: this.imagesOf('after', placement), before: this.imagesOf('before', placement) },
    });
  }

  private cameraFor(photo: { width: number; height: number }): Camera {
    if (photo !== this.placeholder) return this.camera;
    const { width, height, ratio } = this.size;
    return fitCamera(photo, { width: width / ratio, height: height / ratio });
  }

  private imagesOf(
    layer: PictureLayer,
    placement: Placement | null,
  ): Parameters<typeof paintPicture>[1]['layers']['after'] {
    const { photo, levels } = this;
    if (photo === null || levels === null || placement === null) return { levels: [], frame: null };
    const kind = layer === 'after' ? ({ kind: 'after' } as const) : ({ kind: 'before' } as const);
    const level = levelsFor(kind, placement.level, photo)[0]?.level ?? placement.level;
    const visible = visiblePart(placement, this.size, photo);
    return { levels: levels.toDraw(layer, level, visible), frame: this.frame.shown(layer) };
  }
}

function sizeOf(image: PlaceholderImage): { width: number; height: number } {
  return image instanceof HTMLImageElement
    ? { width: image.naturalWidth, height: image.naturalHeight }
    : { width: image.width, height: image.height };
}

/** The same shape to one per cent, as small pictures are rounded to whole pixels. */
function standsFor(placeholder: Placeholder | null, photo: { width: number; height: number }): boolean {
  if (placeholder === null) return false;
  return Math.abs((placeholder.width * photo.height) / (placeholder.height * photo.width) - 1) < 0.01;
}

/** Flat values that are equal, field by field. */
function same<T extends object>(a: T, b: T): boolean {
  const fields = Object.keys(a) as (keyof T)[];
  return fields.every((field) => a[field] === b[field]);
}
