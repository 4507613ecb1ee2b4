import type { Scene } from '../../core/design/scene';
import { drawPigment, scratchFor } from '../../core/pigment/pigmentLayer';
import { layMemory } from '../../core/pigment/layOnPhoto';
import { copyPixels } from '../../core/pigment/light/composite';
import { REHEARSAL_TURNS, rehearsed } from '../../core/pigment/rehearsal';
import type { PictureRect } from '../../core/pigment/marks/markIndex';
import type { Raster } from '../../core/pigment/light/mips';
import { resampleInto } from '../../core/pigment/light/resample';
import { ok } from '../../core/result';
import {
  exportSize,
  SHEET_PX,
  TILE_PX,
  type FrameWanted,
  type FromPictureWorker,
  type PictureTile,
  type ToPictureWorker,
  type ViewWanted,
} from './pictureMessages';
import { hairsOf, layHere, mipOf } from './photoSamples';
import { tilesInSight, tilesOutOfSight, type SurfaceWanted, type TileTask } from './picturePlan';
import { sceneReceiver } from './sceneWire';
import { drawnScales, frameSurface, levelSurface, tilePainter, type LaidScene, type Surface } from './pictureSurface';

/** The picture worker's desk: takes messages at any time and does its work in short steps. */
export interface PictureJobs {
  readonly receive: (message: ToPictureWorker) => void;
  /**
   * Works until `isOver` says so; false when nothing is left. What is out of sight is made only when all is calm: while a hand
   * moves it would be stale at once.
   */
  readonly step: (isOver: () => boolean, isCalm?: () => boolean) => boolean;
  /** Whether only calm is waited for. */
  readonly waitsForCalm: () => boolean;
  /**
   * When nothing is left: lays a scene that a hand might make next, and shows nothing of it; false when that is done, too. Code
   * that has run and values that are kept leave the first move of a hand a quarter of its time (measured).
   */
  readonly rehearse: () => boolean;
  /** Number of the last scene laid. */
  readonly job: () => number;
  /** Version of the view; 0 where none is in sight. */
  readonly view: () => number;
}

type Post = (message: FromPictureWorker, transfer: ArrayBuffer[]) => void;

/** A scene that arrives while another's tiles in sight are being made waits for them; only the newest waits. */
export function pictureJobs(post: Post): PictureJobs {
  const desk = new Desk(post);
  return {
    receive: (message) => desk.receive(message),
    step: (isOver, isCalm = () => true) => desk.step(isOver, isCalm),
    waitsForCalm: () => desk.waitsForCalm(),
    rehearse: () => desk.rehearse(),
    job: () => desk.job,
    view: () => desk.viewVersion(),
  };
}

interface Export {
  readonly mips: Raster[];
  readonly laid: LaidScene | null;
  readonly scale: number;
}

type Rows = Extract<ToPictureWorker, { type: 'exportRows' }>;

class Desk {
  private photo = 0;
  private mips: Raster[] = [];
  private readonly levels = new Map<number, Surface>();
  private frame: { readonly wanted: FrameWanted; readonly surface: Surface } | null = null;
  private view: ViewWanted | null = null;
  private laid: LaidScene | null = null;
  /** The scene as it came, of which that was made. */
  private scene: Scene | null = null;
  private rehearsals = 0;
  job = 0;
  private waiting: { readonly job: number; readonly scene: Scene | null } | null = null;
  /** What is to be made: of the tiles in sight, and after them, when all is calm, of the rest. */
  private tasks: readonly TileTask[] = [];
  private next = 0;
  private planned: 'nothing' | 'inSight' | 'rest' = 'rest';
  /** So many tiles in sight the last change called for. */
  private allInSight = 0;
  private readonly unpack = sceneReceiver();
  /** How the last scene was laid: the next differs from it in a place, mostly. */
  private readonly memory = layMemory();
  private readonly painter = tilePainter();
  /** Sheets to be filled again. */
  private readonly spare: ArrayBuffer[] = [];
  private readonly exports = new Map<number, Export>();
  private readonly rows: Rows[] = [];
  private readonly exportScale = drawnScales();

  constructor(private readonly post: Post) {}

  receive(message: ToPictureWorker): void {
    switch (message.type) {
      case 'photo':
        this.takePhoto(message);
        break;
      case 'scene':
        this.waiting = { job: message.job, scene: this.unpack(message) };
        for (const sheet of message.spent ?? []) if (this.spare.length < MOST_SPARE) this.spare.push(sheet);
        break;
      case 'view':
        this.view = message.view;
        this.planned = 'nothing';
        break;
      case 'forget':
        this.levels.get(message.level)?.sent[message.layer].fill(0);
        break;
      case 'openExport':
        this.openExport(message);
        break;
      case 'exportRows':
        this.rows.push(message);
        break;
      case 'closeExport':
        this.exports.delete(message.id);
        break;
      default:
        message satisfies never;
    }
  }

  viewVersion(): number {
    return this.view?.version ?? 0;
  }

  waitsForCalm(): boolean {
    return this.planned !== 'rest' || this.tasksLeft() > 0;
  }

  step(isOver: () => boolean, isCalm: () => boolean): boolean {
    const rows = this.rows.shift();
    if (rows !== undefined) {
      this.sendRows(rows);
      return true;
    }
    if (this.waiting !== null && this.inSightLeft() === 0) this.layWaiting();
    const isNew = this.planned === 'nothing';
    if (isNew) this.plan('inSight');
    if (this.inSightLeft() === 0 && isCalm() && this.planned !== 'rest') this.plan('rest');
    const works = this.tasksLeft() > 0 && (this.inSightLeft() > 0 || isCalm());
    if (works) this.makeTiles(isOver);
    if (isNew || works) this.tellProgress();
    return works;
  }

  private takePhoto(message: Extract<ToPictureWorker, { type: 'photo' }>): void {
    this.photo = message.photo;
    const { width, height, rgba } = message;
    this.mips = width > 0 ? [{ width, height, rgba: new Uint32Array(rgba) }] : [];
    this.levels.clear();
    this.frame = null;
    this.laid = null;
    this.scene = null;
    this.rehearsals = 0;
    this.waiting = null;
    this.planned = 'nothing';
  }

  rehearse(): boolean {
    const { scene } = this;
    const isOpen = this.view !== null && this.waiting === null && this.rehearsals < REHEARSALS;
    // Among hairs all is laid anew each time, so there is nothing to be had ready.
    if (!isOpen || scene === null || scene.areas.length === 0 || hairsOf(this.mips, scene) !== null) return false;
    const made = layHere(rehearsed(scene, this.rehearsals++), this.mips, null, this.memory);
    if (made.ok) return true;
    this.rehearsals = REHEARSALS;
    layHere(scene, this.mips, null, this.memory);
    return false;
  }

  /** The newest scene's dots; one that the engine refuses leaves the last picture as it is. */
  private layWaiting(): void {
    if (this.waiting === null) return;
    const { job, scene } = this.waiting;
    this.waiting = null;
    this.job = job;
    const hairs = scene === null ? null : hairsOf(this.mips, scene);
    const made = scene === null ? ok(null) : layHere(scene, this.mips, hairs, this.memory);
    if (!made.ok) {
      this.post({ type: 'scene', job, dots: 0, clampedAbove: null, skinUnread: null, problem: made.error }, []);
      return;
    }
    this.laid = made.value;
    this.scene = scene;
    this.planned = 'nothing';
    const found = hairs?.takeFound() ?? [];
    if (hairs !== null && found.length > 0) this.post({ type: 'hairs', reading: hairs.reading, tiles: found }, []);
    const { dotCount: dots = 0, clampedAbove = null, skin = null } = made.value ?? {};
    this.post({ type: 'scene', job, dots, clampedAbove, skinUnread: skin?.unread ?? null, problem: null }, []);
  }

  private tasksLeft(): number {
    return Math.max(0, this.tasks.length - this.next);
  }

  private inSightLeft(): number {
    return this.planned === 'inSight' ? this.tasksLeft() : 0;
  }

  /** What is out of sight is looked at when its turn comes: while a hand moves it would be in vain. */
  private plan(which: 'inSight' | 'rest'): void {
    this.planned = which;
    this.next = 0;
    this.tasks = [];
    if (this.view === null || this.mips.length === 0) return;
    const tilesOf = which === 'inSight' ? tilesInSight : tilesOutOfSight;
    this.tasks = tilesOf(this.surfacesOf(this.view), this.view, this.laid);
    if (which === 'inSight') this.allInSight = this.tasks.length;
  }

  private surfacesOf(view: ViewWanted): readonly SurfaceWanted[] {
    const surfaces: SurfaceWanted[] = view.levels.map(({ layer, level }) => ({
      surface: this.level(level),
      layers: [layer],
    }));
    if (view.frame === null) this.frame = null;
    else surfaces.push({ surface: this.frameFor(view.frame), layers: view.frame.layers });
    return surfaces;
  }

  private level(level: number): Surface {
    const known = this.levels.get(level);
    if (known !== undefined) return known;
    const fresh = levelSurface(level, this.mip(level));
    this.levels.set(level, fresh);
    return fresh;
  }

  private mip(level: number): Raster {
    return mipOf(this.mips, level);
  }

  private frameFor(wanted: FrameWanted): Surface {
    if (this.frame?.wanted.id === wanted.id) return this.frame.surface;
    const level = levelAbove(wanted.scale);
    const surface = frameSurface(wanted, { raster: this.mip(level), scale: 2 ** -level });
    this.frame = { wanted, surface };
    return surface;
  }

  private makeTiles(isOver: () => boolean): void {
    const buffer = this.spare.pop() ?? new ArrayBuffer(4 * SHEET_PX);
    const sheet = new Uint32Array(buffer);
    const tiles: PictureTile[] = [];
    let from = 0;
    do {
      const task = this.tasks[this.next++];
      if (task === undefined) break;
      const tile = this.painter.draw(sheet, from, task.surface, task.layer, task.tile, this.laid);
      if (tile === null) continue;
      tiles.push(tile);
      from += tile.width * tile.height;
    } while (!isOver() && from + TILE_PX ** 2 <= SHEET_PX);
    if (tiles.length === 0) this.spare.push(buffer);
    else this.post({ type: 'tiles', photo: this.photo, tiles, sheet: buffer }, [buffer]);
  }

  private tellProgress(): void {
    const view = this.viewVersion();
    this.post({ type: 'progress', job: this.job, left: this.inSightLeft(), all: this.allInSight, view }, []);
  }

  /** A scene that the engine refuses opens nothing. */
  private openExport({ id, scene, scale = 1 }: Extract<ToPictureWorker, { type: 'openExport' }>): void {
    if (scene === undefined) this.layWaiting();
    const laid = scene === undefined ? this.laid : laidApart(scene, this.mips);
    if (laid !== 'refused') this.exports.set(id, { mips: this.mips, laid, scale });
  }

  private sendRows({ id, ask, layer, row, rows }: Rows): void {
    const open = this.exports.get(id);
    const photo = open?.mips[0];
    if (open === undefined || photo === undefined) {
      this.post({ type: 'exportRows', ask, rgba: new ArrayBuffer(0) }, []);
      return;
    }
    const { scale } = open;
    const { width, height: whole } = exportSize(photo, scale);
    const height = Math.min(rows, whole - row);
    const to = { rgba: new Uint32Array(width * height), offset: 0, stride: width };
    const picture = { width, height, scale, originX: 0, originY: -row };
    const from =
      scale === 1
        ? { rgba: photo.rgba, offset: row * width, stride: width }
        : { rgba: reduced(open.mips, picture), offset: 0, stride: width };
    if (layer === 'before' || open.laid === null) copyPixels(to, from, width, height);
    else {
      const drawn = this.exportScale(scale, open.laid.scene);
      drawPigment(to, from, open.laid.layer, drawn, picture, scratchFor(width * height));
    }
    this.post({ type: 'exportRows', ask, rgba: to.rgba.buffer }, [to.rgba.buffer]);
  }
}

/** An edit takes one or two sheets, and what it changes out of sight as many again. */
const MOST_SPARE = 3;

/** How often a photo's scene is laid in advance: whole turns, so that it is itself again at the end. Our choice. */
const REHEARSALS = 6 * REHEARSAL_TURNS;

/** A photo of 4,096 px is 8 px wide then. */
const MAX_LEVEL = 9;

/** The nearest level that is still larger than a scale, so that at most two pixels make one. */
const levelAbove = (scale: number): number => Math.max(0, Math.min(MAX_LEVEL, Math.floor(-Math.log2(scale))));

/** A part of the photo at a smaller scale. */
function reduced(mips: Raster[], picture: PictureRect): Uint32Array {
  const level = levelAbove(picture.scale);
  const rgba = new Uint32Array(picture.width * picture.height);
  resampleInto(rgba, mipOf(mips, level), { ...picture, scale: picture.scale * 2 ** level });
  return rgba;
}

/** A scene laid beside the one that is shown. */
function laidApart(scene: Scene | null, mips: Raster[]): LaidScene | null | 'refused' {
  if (scene === null) return null;
  const made = layHere(scene, mips, hairsOf(mips, scene));
  return made.ok ? made.value : 'refused';
}
