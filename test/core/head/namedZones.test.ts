import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/core/head/headPhoto';
import { NAMED_ZONES, namedZone, type NamedZone } from '../../../src/core/head/namedZones';
import { scalpOf } from '../../../src/core/head/scalpOf';
import { ringsCm2 } from '../../../src/core/head/zoneOutlines';
import { PHOTO } from '../tools/desk';

const photo = (view: View) => ({
  ...PHOTO,
  view,
  outline: { ...PHOTO.outline },
  calibration: { kind: 'estimate' as const },
});

function cm2(name: NamedZone, view: View): number {
  const made = namedZone(name, photo(view));
  return made.ok ? ringsCm2(made.value, scalpOf(photo(view))) : 0;
}

const kind = (name: NamedZone, view: View): string => {
  const made = namedZone(name, photo(view));
  return made.ok ? 'ok' : made.error.kind;
};

describe('named zones of the fitted head', () => {
  it.each<[NamedZone, View, number, number]>([
    ['frontal', 'top', 30, 55],
    ['midScalp', 'top', 35, 60],
    ['crown', 'crown', 45, 70],
    ['temples', 'front', 20, 90],
    ['sideburns', 'left', 4, 15],
  ])('%s seen from %s is of the size that clinics quote', (name, view, least, most) => {
    expect(cm2(name, view)).toBeGreaterThan(least);
    expect(cm2(name, view)).toBeLessThan(most);
  });

  it('lie on both sides alike in a frontal photo', () => {
    const made = namedZone('temples', photo('front'));
    expect(made.ok && made.value.length).toBe(2);
    const sides = made.ok ? made.value.map((ring) => ringsCm2([ring], scalpOf(photo('front')))) : [];
    expect((sides[0] ?? 0) / (sides[1] ?? 1)).toBeCloseTo(1, 1);
  });

  it('that are not in the photo say why', () => {
    expect(kind('crown', 'front')).toBe('turnedAway');
    expect(kind('temples', 'crown')).toBe('turnedAway');
    expect(kind('beard', 'front')).toBe('belowSkull');
    for (const name of NAMED_ZONES) expect(kind(name, 'other')).toBe('noHead');
  });
});
