import { describe, expect, it } from 'vitest';
import type { Ellipse } from './ellipseFit';
import { drawnInside, fitEllipse, radialShare } from './ellipseFit';

const wanted: Ellipse = { cx: 410, cy: 300, rx: 240, ry: 180, angleDeg: 12 };

function arc(e: Ellipse, fromDeg: number, toDeg: number): { x: number; y: number }[] {
  const turn = (e.angleDeg * Math.PI) / 180;
  const points = [];
  for (let d = fromDeg; d <= toDeg; d += 5) {
    const u = e.rx * Math.cos((d * Math.PI) / 180);
    const v = e.ry * Math.sin((d * Math.PI) / 180);
    points.push({
      x: e.cx + u * Math.cos(turn) - v * Math.sin(turn),
      y: e.cy + u * Math.sin(turn) + v * Math.cos(turn),
    });
  }
  return points;
}

describe('the ellipse fitted to an outline', () => {
  it('is found again from its upper half', () => {
    const fit = fitEllipse(arc(wanted, 175, 365), { cx: 400, cy: 320, rx: 220, ry: 200, angleDeg: 0 });
    expect(Math.abs(fit.cx - wanted.cx)).toBeLessThan(0.01);
    expect(Math.abs(fit.cy - wanted.cy)).toBeLessThan(0.01);
    expect(Math.abs(fit.rx - wanted.rx)).toBeLessThan(0.01);
    expect(Math.abs(fit.ry - wanted.ry)).toBeLessThan(0.01);
    expect(Math.abs(fit.angleDeg - wanted.angleDeg)).toBeLessThan(0.01);
  });

  it('drawn in, leaves none of the outline inside it', () => {
    const dented = arc(wanted, 0, 355).map((p, i) => (i % 7 === 0 ? { x: p.x * 0.98, y: p.y * 0.99 } : p));
    const inside = drawnInside(wanted, dented);
    expect(inside.rx).toBeLessThan(wanted.rx);
    for (const p of dented) expect(radialShare(inside, p)).toBeGreaterThan(0.9999);
  });
});
