import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../src/core/design/scene';
import { DEFAULT_LOOK } from '../../../src/core/pigment/marks/markFigures';
import { pictureJobs, type PictureJobs } from '../../../src/studio/workers/pictureJobs';
import {
  SHEET_PX,
  TILE_PX,
  type FrameWanted,
  type FromPictureWorker,
  type ViewWanted,
} from '../../../src/studio/workers/pictureMessages';
import { patchScene, SKIN_PIXEL } from '../../core/pigment/flatSkin';

const SIDE = 600;

/** A desk with the flat patch on it, that notes what it sends. */
function desk(): { jobs: PictureJobs; sent: FromPictureWorker[]; work: () => FromPictureWorker[] } {
  const sent: FromPictureWorker[] = [];
  const jobs = pictureJobs((message) => sent.push(message));
  const rgba = new Uint32Array(SIDE * SIDE).fill(SKIN_PIXEL).buffer;
  jobs.receive({ type: 'photo', photo: 1, width: SIDE, height: SIDE, rgba });
  const work = (): FromPictureWorker[] => {
    sent.length = 0;
    while (jobs.step(() => false));
    return sent;
  };
  return { jobs, sent, work };
}

const view = (change: Partial<ViewWanted> = {}): { type: 'view'; view: ViewWanted } => ({
  type: 'view',
  view: {
    version: 1,
    levels: [{ layer: 'after', level: 0 }],
    frame: null,
    visible: { x0: 0, y0: 0, x1: SIDE, y1: SIDE },
    focus: { x: 300, y: 300 },
    ...change,
  },
});

const frame = (change: Partial<FrameWanted> = {}): FrameWanted => ({
  id: 1,
  layers: ['after'],
  width: 450,
  height: 450,
  scale: 0.75,
  originX: 0,
  originY: 0,
  ...change,
});

interface Sent {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly level: number | null;
  readonly rgba: ArrayBuffer;
}

const tilesIn = (messages: readonly FromPictureWorker[]): Sent[] =>
  messages.flatMap((message) =>
    message.type === 'tiles'
      ? message.tiles.map(({ surface, from, width, height, x, y }) => ({
          ...{ x, y, width, height },
          rgba: message.sheet.slice(4 * from, 4 * (from + width * height)),
          level: surface.kind === 'level' ? surface.level : null,
        }))
      : [],
  );

/** Puts what was sent of the photo's own level in its place. */
function put(shown: Uint32Array, messages: readonly FromPictureWorker[]): void {
  for (const { x, y, width, height, rgba } of tilesIn(messages)) {
    const pixels = new Uint32Array(rgba);
    for (let row = 0; row < height; row++) {
      shown.set(pixels.subarray(row * width, (row + 1) * width), (y + row) * SIDE + x);
    }
  }
}

const scene = (job: number, of: Scene | null): { type: 'scene'; job: number; scene: Scene | null } => ({
  type: 'scene',
  job,
  scene: of,
});

describe('the picture worker', () => {
  it('sends the whole level once, nearest to the focus first, and nothing on a pan', () => {
    const { jobs, work } = desk();
    jobs.receive(scene(1, patchScene()));
    jobs.receive(view());
    const tiles = tilesIn(work());
    expect(tiles).toHaveLength(25);
    const distances = tiles.map(({ x, y }) => Math.hypot(x + TILE_PX / 2 - 300, y + TILE_PX / 2 - 300));
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    jobs.receive(view({ visible: { x0: 100, y0: 100, x1: 400, y1: 400 } }));
    expect(tilesIn(work())).toHaveLength(0);
  });

  it('draws on a photo without skin all the same, grey on grey, and says what it could not read', () => {
    const { jobs, work } = desk();
    const rgba = new Uint32Array(SIDE * SIDE).fill(0xff909090).buffer;
    jobs.receive({ type: 'photo', photo: 2, width: SIDE, height: SIDE, rgba });
    jobs.receive(scene(1, patchScene()));
    jobs.receive(view());
    const sent = work();
    expect(sent.find((message) => message.type === 'scene')).toMatchObject({ skinUnread: 'monochrome', problem: null });
    const pixels = tilesIn(sent).flatMap((tile) => [...new Uint32Array(tile.rgba)]);
    expect(pixels.filter((pixel) => (pixel & 255) < 0x88).length).toBeGreaterThan(0.4 * pixels.length);
    for (const pixel of pixels) {
      const [red, green, blue] = [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255];
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 1) throw new Error('A pixel has a colour.');
    }
    jobs.receive({
      type: 'photo',
      photo: 3,
      width: SIDE,
      height: SIDE,
      rgba: new Uint32Array(SIDE * SIDE).fill(SKIN_PIXEL).buffer,
    });
    jobs.receive(scene(2, patchScene()));
    expect(work().find((message) => message.type === 'scene')).toMatchObject({ skinUnread: null });
  });

  it('makes only the tiles again in which a local edit shows', () => {
    const { jobs, work } = desk();
    jobs.receive(scene(1, patchScene()));
    jobs.receive(view());
    work();
    jobs.receive(scene(2, patchScene({ bumpMm: 3 })));
    const tiles = tilesIn(work());
    expect(tiles.length).toBeGreaterThan(0);
    // The bump lies 5–15 mm from the left at the top; ramps of the pigment reach 15 mm around it.
    for (const { x, y } of tiles) {
      expect(x).toBeLessThan(350);
      expect(y).toBeLessThan(350);
    }
    expect(tiles.length).toBeLessThan(10);
  });

  it('makes every tile with pigment again when a look changes, and with sessions few when a handle moves', () => {
    const { jobs, work } = desk();
    const healed = [0.3, 0.7].map((upTo) => ({ upTo, look: DEFAULT_LOOK }));
    const aged = [0.3, 0.7].map((upTo) => ({
      upTo,
      look: { ...DEFAULT_LOOK, hazeDensity: [0.3, 0.15, 0.07] as const },
    }));
    jobs.receive(scene(1, patchScene({ sessions: healed })));
    jobs.receive(view());
    work();
    jobs.receive(scene(2, patchScene({ sessions: aged })));
    // The hairline lies 151 px from the top and strays up to 5 mm before it: all rows of tiles but none above them.
    expect(tilesIn(work()).length).toBeGreaterThanOrEqual(20);
    jobs.receive(scene(3, patchScene({ sessions: aged, bumpMm: 3 })));
    const moved = tilesIn(work());
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.length).toBeLessThan(10);
    jobs.receive(scene(4, patchScene({ sessions: [], bumpMm: 3 })));
    const bare = work();
    expect(bare.filter((message) => message.type === 'scene').map(({ dots }) => dots)).toEqual([0]);
    expect(tilesIn(bare).every(({ rgba }) => new Uint32Array(rgba).every((pixel) => pixel === SKIN_PIXEL))).toBe(true);
  });

  it('sends the same picture after an edit and its undoing as at first', () => {
    const { jobs, work } = desk();
    jobs.receive(scene(1, patchScene()));
    jobs.receive(view());
    const shown = new Uint32Array(SIDE * SIDE);
    put(shown, work());
    const first = shown.slice();
    jobs.receive(scene(2, patchScene({ bumpMm: 3 })));
    put(shown, work());
    expect(shown.some((pixel, i) => pixel !== first[i])).toBe(true);
    jobs.receive(scene(3, patchScene()));
    put(shown, work());
    expect(shown).toEqual(first);
  });

  it('sends of a tile no more than the rectangle in which it changes, and shows what it would show made whole', () => {
    const { jobs, work } = desk();
    jobs.receive(scene(1, patchScene()));
    jobs.receive(view());
    const shown = new Uint32Array(SIDE * SIDE);
    put(shown, work());
    jobs.receive(scene(2, patchScene({ bumpMm: 3 })));
    const sent = work();
    put(shown, sent);
    const pixels = tilesIn(sent).reduce((sum, { rgba }) => sum + rgba.byteLength / 4, 0);
    expect(pixels).toBeLessThan(0.95 * tilesIn(sent).length * TILE_PX ** 2);
    const afresh = desk();
    afresh.jobs.receive(scene(1, patchScene({ bumpMm: 3 })));
    afresh.jobs.receive(view());
    const whole = new Uint32Array(SIDE * SIDE);
    put(whole, afresh.work());
    expect(shown).toEqual(whole);
  });

  it('fills sheets again that come back with a scene, and leaves nothing on them of before', () => {
    const { jobs, work } = desk();
    jobs.receive(scene(1, patchScene()));
    jobs.receive(view());
    const shown = new Uint32Array(SIDE * SIDE);
    put(shown, work());
    const spent = [new Uint32Array(SHEET_PX).fill(0x12345678).buffer];
    jobs.receive({ ...scene(2, patchScene({ bumpMm: 3 })), spent });
    const again = work();
    put(shown, again);
    expect(again.flatMap((message) => (message.type === 'tiles' ? [message.sheet] : []))).toContain(spent[0]);
    const afresh = desk();
    afresh.jobs.receive(scene(1, patchScene({ bumpMm: 3 })));
    afresh.jobs.receive(view());
    const whole = new Uint32Array(SIDE * SIDE);
    put(whole, afresh.work());
    expect(shown).toEqual(whole);
  });

  it('lays only the newest of the scenes that wait', () => {
    const { jobs, work } = desk();
    jobs.receive(view());
    for (let job = 1; job <= 5; job++) jobs.receive(scene(job, patchScene({ perCm2: 60 + job })));
    const laid = work().filter((message) => message.type === 'scene');
    expect(laid.map(({ job }) => job)).toEqual([5]);
  });

  it('makes what is out of sight only when a hand rests', () => {
    const { jobs, sent } = desk();
    jobs.receive(scene(1, patchScene()));
    jobs.receive(view({ visible: { x0: 0, y0: 0, x1: 250, y1: 250 }, focus: { x: 100, y: 100 } }));
    const isMoving = (): boolean => false;
    while (jobs.step(() => false, isMoving));
    expect(tilesIn(sent)).toHaveLength(4);
    expect(jobs.waitsForCalm()).toBe(true);
    while (jobs.step(() => false));
    expect(tilesIn(sent)).toHaveLength(25);
    expect(jobs.waitsForCalm()).toBe(false);
  });

  it('rehearses when all is made, shows nothing of it, and draws what comes as ever', () => {
    const calm = desk();
    const rehearsing = desk();
    for (const { jobs, work } of [calm, rehearsing]) {
      jobs.receive(scene(1, patchScene({ perCm2: 60 })));
      expect(jobs.rehearse()).toBe(false);
      work();
      jobs.receive(view());
      work();
    }
    rehearsing.sent.length = 0;
    let turns = 0;
    // In the midst of it scenes come, too.
    while (turns < 7) expect((turns++, rehearsing.jobs.rehearse())).toBe(true);
    for (const [job, of] of [
      [2, patchScene({ perCm2: 60, bumpMm: 2 })],
      [3, patchScene({ perCm2: 70 })],
    ] as const) {
      const made = [calm, rehearsing].map(({ jobs, work }) => {
        jobs.receive(scene(job, of));
        return tilesIn(work()).map(({ rgba, ...at }) => ({ ...at, rgba: [...new Uint32Array(rgba)] }));
      });
      expect(made[0]?.length).toBeGreaterThan(0);
      expect(made[1]).toEqual(made[0]);
      rehearsing.sent.length = 0;
      while (rehearsing.jobs.rehearse()) turns++;
      expect(rehearsing.sent).toEqual([]);
    }
    expect(turns).toBeLessThan(30);
  });

  it.each([1, 2, 4, 5, 7])('draws a new view as ever after a rehearsal that ended at turn %s', (turns) => {
    const [calm, rehearsing] = [desk(), desk()];
    const made = [calm, rehearsing].map((each) => {
      each.jobs.receive(scene(1, patchScene({ perCm2: 60 })));
      each.jobs.receive(view());
      each.work();
      if (each === rehearsing) for (let turn = 0; turn < turns; turn++) each.jobs.rehearse();
      each.jobs.receive(view({ version: 2, frame: frame({ scale: 1.5, originX: -150, originY: -150 }) }));
      return tilesIn(each.work()).map(({ rgba, ...at }) => ({ ...at, rgba: [...new Uint32Array(rgba)] }));
    });
    expect(made[0]?.length).toBeGreaterThan(0);
    expect(made[1]).toEqual(made[0]);
  });

  it('finishes what is in sight before it takes the next scene, and drops the rest', () => {
    const { jobs, sent } = desk();
    jobs.receive(scene(1, patchScene()));
    jobs.receive(view({ visible: { x0: 0, y0: 0, x1: 250, y1: 250 }, focus: { x: 100, y: 100 } }));
    jobs.step(() => true);
    jobs.receive(scene(2, patchScene({ perCm2: 100 })));
    while (jobs.step(() => true));
    const second = sent.findIndex((message) => message.type === 'scene' && message.job === 2);
    expect(tilesIn(sent.slice(0, second))).toHaveLength(4);
    // All but the one in sight above the hairline, which shows bare skin with either.
    expect(tilesIn(sent.slice(second))).toHaveLength(24);
  });

  it('makes a frame before the levels, and after an edit only its changed tiles', () => {
    const { jobs, work } = desk();
    jobs.receive(scene(1, patchScene()));
    jobs.receive(view({ frame: frame() }));
    const tiles = tilesIn(work());
    expect(tiles.slice(0, 16).every(({ level }) => level === null)).toBe(true);
    expect(tiles.slice(16).every(({ level }) => level === 0)).toBe(true);
    jobs.receive(scene(2, patchScene({ bumpMm: 3 })));
    const again = tilesIn(work()).filter(({ level }) => level === null);
    expect(again.length).toBeGreaterThan(0);
    expect(again.length).toBeLessThan(10);
  });

  it('sends the bare photo to the bit as before and where nothing is planned', () => {
    const { jobs, work } = desk();
    jobs.receive(scene(1, patchScene()));
    jobs.receive(
      view({
        levels: [
          { layer: 'before', level: 0 },
          { layer: 'before', level: 2 },
        ],
      }),
    );
    const bare = (rgba: ArrayBuffer): boolean => new Uint32Array(rgba).every((pixel) => pixel === SKIN_PIXEL);
    expect(tilesIn(work()).every(({ rgba }) => bare(rgba))).toBe(true);
    jobs.receive(scene(2, null));
    jobs.receive(view());
    expect(tilesIn(work()).every(({ rgba }) => bare(rgba))).toBe(true);
  });

  it('keeps the last picture when the engine refuses a scene', () => {
    const { jobs, work } = desk();
    jobs.receive(scene(1, patchScene()));
    jobs.receive(view());
    work();
    jobs.receive(scene(2, patchScene({ perCm2: NaN })));
    const messages = work();
    expect(messages.filter((message) => message.type === 'scene').map(({ problem }) => problem?.kind)).toEqual([
      'densityOutOfRange',
    ]);
    expect(tilesIn(messages)).toHaveLength(0);
  });

  it('sends tiles again once the screen has dropped them', () => {
    const { jobs, work } = desk();
    jobs.receive(view());
    work();
    jobs.receive({ type: 'forget', layer: 'after', level: 0 });
    jobs.receive(view());
    expect(tilesIn(work())).toHaveLength(25);
  });

  it('exports rows of the scene at the time of opening, equal to the tiles at full size', () => {
    const { jobs, work } = desk();
    jobs.receive(scene(1, patchScene()));
    jobs.receive(view());
    const tile = tilesIn(work()).find(({ x, y }) => x === 256 && y === 256);
    jobs.receive({ type: 'openExport', id: 7 });
    jobs.receive(scene(2, null));
    jobs.receive({ type: 'exportRows', id: 7, ask: 1, layer: 'after', row: 256, rows: 64 });
    jobs.receive({ type: 'exportRows', id: 8, ask: 2, layer: 'after', row: 0, rows: 64 });
    const rows = work().filter((message) => message.type === 'exportRows');
    const exported = new Uint32Array(rows[0]?.rgba ?? new ArrayBuffer(0));
    const shown = new Uint32Array(tile?.rgba ?? new ArrayBuffer(0));
    for (let y = 0; y < 64; y++) {
      expect(exported.subarray(y * SIDE + 256, y * SIDE + 384)).toEqual(shown.subarray(y * TILE_PX, (y + 1) * TILE_PX));
    }
    expect(rows[1]?.rgba.byteLength).toBe(0);
  });

  it('exports a scene of its own at a smaller scale, as dark in the mean, and leaves the shown one alone', () => {
    const { jobs, work } = desk();
    jobs.receive(scene(1, null));
    jobs.receive(view());
    work();
    jobs.receive({ type: 'openExport', id: 1, scene: patchScene() });
    jobs.receive({ type: 'openExport', id: 2, scene: patchScene(), scale: 0.4 });
    jobs.receive({ type: 'openExport', id: 3, scale: 0.4 });
    for (const id of [1, 2, 3]) jobs.receive({ type: 'exportRows', id, ask: id, layer: 'after', row: 0, rows: SIDE });
    const messages = work();
    const [full, small, bare] = messages
      .filter((message) => message.type === 'exportRows')
      .map(({ rgba }) => new Uint8Array(rgba));
    expect(small?.length).toBe(240 * 240 * 4);
    const mean = (bytes: Uint8Array | undefined): number =>
      (bytes ?? new Uint8Array()).reduce((sum, value) => sum + value, 0) / (bytes?.length ?? 1);
    expect(mean(full)).toBeLessThan(mean(bare) - 1);
    expect(Math.abs(mean(full) - mean(small))).toBeLessThan(0.5);
    expect(tilesIn(messages)).toHaveLength(0);
  });

  it('opens no export for a scene that the engine refuses', () => {
    const { jobs, work } = desk();
    jobs.receive({ type: 'openExport', id: 1, scene: patchScene({ perCm2: NaN }) });
    jobs.receive({ type: 'exportRows', id: 1, ask: 1, layer: 'after', row: 0, rows: 8 });
    expect(work().find((message) => message.type === 'exportRows')?.rgba.byteLength).toBe(0);
  });
});
