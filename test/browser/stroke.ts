import type { Page } from 'playwright-core';

/** Presses, moves and releases the mouse along places of the photo, in its pixels, wherever they lie on the screen. */
export async function stroke(page: Page, places: readonly (readonly [x: number, y: number])[]): Promise<void> {
  const camera = await page.evaluate(() => {
    const element = document.querySelector('[role=application]');
    const box = element?.getBoundingClientRect();
    const { scale, x, y } = JSON.parse(element?.getAttribute('data-camera') ?? '{}') as Record<string, number>;
    return { scale: scale ?? 0, x: (x ?? 0) + (box?.left ?? 0), y: (y ?? 0) + (box?.top ?? 0) };
  });
  for (const [i, [x, y]] of places.entries()) {
    await page.mouse.move(camera.x + x * camera.scale, camera.y + y * camera.scale);
    if (i === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

/** 50 places along an arch over `width` px that rises by `height`, as a hand draws a hairline. */
export const arch = (
  left: number,
  bottom: number,
  width: number,
  height: number,
): readonly (readonly [number, number])[] =>
  Array.from(
    { length: 50 },
    (_, i) => [left + (width * i) / 49, bottom - height * Math.sin((Math.PI * i) / 49)] as const,
  );
