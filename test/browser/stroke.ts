import type { Page } from 'playwright-core';

type Place = readonly [x: number, y: number];

/** Where places of the photo, in its pixels, lie on the screen as the camera stands now. */
async function cameraOn(page: Page): Promise<(place: Place) => Place> {
  const camera = await page.evaluate(() => {
    const element = document.querySelector<HTMLElement>('[role=application]');
    const box = element?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const { scale, x, y } = JSON.parse(element?.dataset['camera'] ?? '{}') as { scale: number; x: number; y: number };
    return { scale, x: box.left + x, y: box.top + y };
  });
  return ([x, y]) => [camera.x + x * camera.scale, camera.y + y * camera.scale];
}

export const onScreen = async (page: Page, place: Place): Promise<Place> => (await cameraOn(page))(place);

/** Presses, moves and releases the mouse along places of the photo, in so many steps from each to the next. */
export async function stroke(page: Page, places: readonly Place[], steps = 1): Promise<void> {
  const placed = await cameraOn(page);
  for (const [i, place] of places.entries()) {
    await page.mouse.move(...placed(place), { steps });
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
