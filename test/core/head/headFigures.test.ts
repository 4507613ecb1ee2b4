import { describe, expect, test } from 'vitest';
import { HEAD_VIEWS } from '../../head/camera';
import { capRegions, measureFacing, measureRegions, type RegionMeasure } from '../../head/headMeasures';
import { samplePhoto } from '../../head/samplePhotos';

const regions = capRegions();
const measures = new Map(HEAD_VIEWS.map((view) => [view, measureRegions(samplePhoto(view), regions)]));

const whole = (part: readonly RegionMeasure[]): number =>
  part.reduce((sum, each) => sum + each.skullCm2, 0) / part.reduce((sum, each) => sum + each.trueCm2, 0) - 1;
const off = ({ skullCm2, trueCm2 }: RegionMeasure): number => Math.abs(skullCm2 / trueCm2 - 1);

describe.each(HEAD_VIEWS)('on the practice head in the %s view', (view) => {
  const all = measures.get(view) ?? [];
  const near = all.filter(({ angleDeg }) => angleDeg < 60);

  test('areas are the true ones within 3 %, each of 9 cm² within 6 %', () => {
    expect(near.length).toBeGreaterThanOrEqual(3);
    expect(Math.abs(whole(near))).toBeLessThan(0.03);
    expect(Math.max(...near.map(off))).toBeLessThan(0.06);
  });

  test('areas beyond 60° are the true ones within 5 %', () => {
    const far = all.filter(({ angleDeg }) => angleDeg >= 60);
    if (far.length > 0) expect(Math.abs(whole(far))).toBeLessThan(0.05);
    for (const each of far) expect(off(each)).toBeLessThan(0.08);
  });

  test('the flat calculation is off by a quarter and more', () => {
    const flat = near.reduce((sum, each) => sum + each.flatCm2, 0) / near.reduce((sum, each) => sum + each.trueCm2, 0);
    expect(flat).toBeLessThan(0.8);
  });

  test('skin faces the camera within 5 % of the true cosine in every band up to 70°', () => {
    const bands = measureFacing(samplePhoto(view), 5).filter(({ count }) => count >= 8);
    expect(bands.length).toBeGreaterThanOrEqual(4);
    for (const { skullFacing, trueFacing, areaRatio } of bands) {
      expect(Math.abs(skullFacing / trueFacing - 1)).toBeLessThan(0.05);
      expect(Math.abs(areaRatio - 1)).toBeLessThan(0.06);
    }
  });
});

test('two views of one region agree within 4 % on the mean', () => {
  const seen = new Map<string, number[]>();
  for (const each of [...measures.values()].flat())
    if (each.angleDeg < 60) seen.set(each.name, [...(seen.get(each.name) ?? []), each.skullCm2]);
  const pairs = [...seen.values()].flatMap((areas) =>
    areas.flatMap((a, i) => areas.slice(i + 1).map((b) => Math.abs(a / b - 1))),
  );
  expect(pairs.length).toBeGreaterThan(15);
  expect(pairs.reduce((sum, each) => sum + each, 0) / pairs.length).toBeLessThan(0.04);
  expect(Math.max(...pairs)).toBeLessThan(0.07);
});
