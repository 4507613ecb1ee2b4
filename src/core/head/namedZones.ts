import { contourRings } from '../geometry/contourRings';
import { simplifyOutlines } from '../geometry/outlines';
import type { Cm2, Mm, PhotoPoint } from '../geometry/units';
import { err, ok, type Result } from '../result';
import { headInPhoto } from './guides/headInPhoto';
import type { HeadPhoto } from './headPhoto';
import { mmPerPx } from './scale';
import { scalpOf } from './scalpOf';
import { ringsCm2, type PhotoRings } from './zoneOutlines';
import type { Vec3 } from './skull/vec3';

export const NAMED_ZONES = ['frontal', 'midScalp', 'crown', 'temples', 'sideburns', 'beard'] as const;
export type NamedZone = (typeof NAMED_ZONES)[number];

export type NamedZoneProblem =
  /** A close-up has no view of the head. */
  | { readonly kind: 'noHead' }
  /** The zone lies on the side of the head that is turned away. */
  | { readonly kind: 'turnedAway' }
  /** The fitted skull ends above it. */
  | { readonly kind: 'belowSkull' };

/** Picture is asked this finely, and outlines are kept to within a quarter of it. */
const STEP_MM: Mm = 2;
/** Skin turned away farther than this, cosine, is seen too slantingly to be drawn on. Our choice. */
const LEAST_FACING = 0.12;
/** Less of a zone than this is a sliver along the rim: the zone lies on the other side. Our choice. */
const LEAST_SEEN_CM2: Cm2 = 1;

/**
 * How deep within a zone a place of the head lies, mm, negative outside; from its angle over the head along the middle
 * (0 the way the face looks, 90 the vertex, 180 the back), its angle out to the side, and its place in mm from the
 * skull's centre. Sizes follow the treated areas that clinics quote: frontal about 30–45 cm², mid-scalp 40, crown 60.
 */
type ZoneShape = (along: number, aside: number, place: Vec3) => number;

/** Half-widths in degrees of the head's arc; on a mean head a degree is 1.5 mm. Our choice within the quoted sizes. */
const box = (along: number, from: number, to: number, aside: number, out: number): number =>
  Math.min(along - from, to - along, out - Math.abs(aside));

const SHAPES: Readonly<Record<NamedZone, ZoneShape>> = {
  frontal: (along, aside) => box(along, 42 + 0.004 * aside * aside, 72, aside, 30),
  midScalp: (along, aside) => box(along, 72, 105, aside, 28),
  crown: (along, aside) => 27 - Math.hypot(along - 130, aside),
  // From the corner of the hairline down to the temple peak.
  temples: (along, aside) => Math.min(Math.abs(aside) - 30, 56 - Math.abs(aside), along - 12, 62 - along),
  sideburns: (_, aside, [, y, z]) => (Math.abs(aside) < 40 ? -1 : Math.min(z - 12, 30 - z, y + 72, -22 - y)),
  beard: () => -1,
};

/** The outlines of a zone of the head in its photo, as far as it is seen there. */
export function namedZone(name: NamedZone, photo: HeadPhoto): Result<PhotoRings, NamedZoneProblem> {
  const head = headInPhoto(photo);
  if (head === null) return err({ kind: 'noHead' });
  if (name === 'beard') return err({ kind: 'belowSkull' });
  const stepPx = STEP_MM / mmPerPx(photo).mmPerPx;
  const reach = Math.max(photo.outline.rx, photo.outline.ry) * 1.15;
  const side = Math.ceil((2 * reach) / stepPx) + 1;
  const left = photo.outline.cx - reach;
  const top = photo.outline.cy - reach;
  const depths = new Float32Array(side * side).fill(-1);
  for (let node = 0; node < depths.length; node++) {
    const place = head.toHead({ x: left + (node % side) * stepPx, y: top + Math.floor(node / side) * stepPx });
    if (place === null || head.facing(place) < LEAST_FACING) continue;
    depths[node] = depthIn(name, place);
  }
  const rings = contourRings(depths, side, side, 0).map((ring) =>
    ring.map(({ x, y }): PhotoPoint => ({ x: left + x * stepPx, y: top + y * stepPx })),
  );
  const kept = simplifyOutlines(rings, stepPx / 4);
  const cm2: Cm2 = ringsCm2(kept, scalpOf(photo));
  return kept.length > 0 && cm2 >= LEAST_SEEN_CM2 ? ok(kept) : err({ kind: 'turnedAway' });
}

function depthIn(name: NamedZone, place: Vec3): number {
  const [x, y, z] = place;
  const along = (Math.atan2(y, z) * 180) / Math.PI;
  const aside = (Math.atan2(x, Math.hypot(y, z)) * 180) / Math.PI;
  return SHAPES[name](along < -90 ? along + 360 : along, aside, place);
}
