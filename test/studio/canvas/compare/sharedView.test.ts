import { expect, it } from 'vitest';
import { toPhoto } from '../../../../src/core/geometry/camera';
import { cameraOn, fitShared, panShared, zoomShared } from '../../../../src/studio/canvas/compare/sharedView';

const photo = (width: number, height: number, cx: number, rx: number) => ({
  width,
  height,
  outline: { cx, cy: height * 0.4, rx, ry: rx * 1.1, angleDeg: 0, placed: true },
});
const LEAD = photo(2000, 2500, 1000, 500);
const OTHER = photo(1000, 1400, 450, 260);
const PANE = { width: 600, height: 700 };

/** The place of the head under a point of the screen, in head units. */
function headPlace(of: typeof LEAD, view: Parameters<typeof cameraOn>[1], at: { x: number; y: number }) {
  const p = toPhoto(cameraOn(of, view, PANE), at);
  const unit = Math.sqrt(of.outline.rx * of.outline.ry);
  return { x: (p.x - of.outline.cx) / unit, y: (p.y - of.outline.cy) / unit };
}

it('shows the same place of the head at the same size on photos of other sizes', () => {
  const view = zoomShared(panShared(fitShared(LEAD, PANE), 30, -40, LEAD), 2.5, { x: 100, y: 200 }, LEAD, PANE);
  for (const at of [
    { x: 0, y: 0 },
    { x: 420, y: 333 },
  ]) {
    const [a, b] = [headPlace(LEAD, view, at), headPlace(OTHER, view, at)];
    expect(b.x).toBeCloseTo(a.x, 9);
    expect(b.y).toBeCloseTo(a.y, 9);
  }
});

it('keeps what lies under the fingers there while it zooms', () => {
  const about = { x: 250, y: 300 };
  const view = fitShared(LEAD, PANE);
  const [before, after] = [view, zoomShared(view, 3, about, LEAD, PANE)].map((each) => headPlace(LEAD, each, about));
  expect(after?.x).toBeCloseTo(before?.x ?? NaN, 9);
  expect(after?.y).toBeCloseTo(before?.y ?? NaN, 9);
});

it('never loses the photo out of sight', () => {
  const view = panShared(fitShared(LEAD, PANE), 1e6, -1e6, LEAD);
  const middle = toPhoto(cameraOn(LEAD, view, PANE), { x: PANE.width / 2, y: PANE.height / 2 });
  expect(middle.x).toBeCloseTo(0, 6);
  expect(middle.y).toBeCloseTo(LEAD.height, 6);
});
