import { bundledPage } from '../browser/bundledPage';
import type { BenchPart, BenchTable } from './benchPart';
import { measureBound, measureDrag, measureMainThread } from './ways/measureHand';
import { measureSize } from './ways/measureWay';
import { boundTable, dragTable, mainThreadTable, ratioTable, sizeTable } from './ways/tables';
import type { DragFigures, MainThreadFigures } from './ways/tables';

const COUNTS = [10_000, 50_000, 100_000, 250_000] as const;

/**
 * The studio's picture against other ways to draw dots, in Chromium with software drawing, all in one run: the same dots,
 * photo and zoom, and edits that change the same share of the dots. Each edit is checked once: it must have changed the
 * canvas, and nothing of it may come after its clock has stopped.
 */
export const part: BenchPart = {
  name: 'ways',
  async run(progress): Promise<BenchTable[]> {
    const { server, url } = await bundledPage(new URL('./ways/page.ts', import.meta.url));
    try {
      const sizes: Awaited<ReturnType<typeof measureSize>>[] = [];
      const main: MainThreadFigures[] = [];
      const drags: DragFigures[] = [];
      for (const dots of COUNTS) {
        sizes.push(await measureSize(url, dots, progress));
        progress(`${String(dots)} dots, main thread and drag`);
        main.push(...(await measureMainThread(url, dots)));
        drags.push(await measureDrag(url, dots));
      }
      progress('memory');
      return [
        ...sizes.map((size) => sizeTable(size.dots, size.ways, size.photoMb)),
        ratioTable(sizes),
        mainThreadTable(main),
        dragTable(drags),
        boundTable(await measureBound(url)),
      ];
    } finally {
      server.close();
    }
  },
};
