import type { Mm, PhotoPoint } from '../../geometry/units';
import type { HeadOutline, HeadPhoto, HeadSight } from '../headPhoto';
import { fromUnitCircle, toUnitCircle } from '../outline';
import { mmPerPx } from '../scale';
import { DIRECTIONS, fitAlone, OUTLINE_SD_MM, usable } from './fitAlone';
import type { SkullFit } from './skullFit';

/** What one photo tells of the skull: places of its silhouette in the picture, and how far the photo's own figures may be off. */
export interface Sight {
  readonly of: HeadSight;
  /** Alike for sights that tell the same. */
  readonly key: string;
  /** The mean skull on this photo alone: where it begins from. */
  readonly alone: SkullFit;
  readonly points: readonly RimPlace[];
  /** Likely error of the photo's scale, as a share of it. */
  readonly scaleSd: number;
  /** Likely error of each of the pose's angles. */
  readonly poseSdDeg: number;
}

export interface RimPlace {
  readonly at: PhotoPoint;
  /** 1 / its likely error. */
  readonly perMm: number;
  /** What it tells of the shape beside its neighbours, which are off by nearly the same: 1 where it stands for itself. */
  readonly share: number;
  /** The picture shows it; else it is only a place of the outline, which below brow and ears nobody has seen. */
  readonly seen: boolean;
}

/**
 * What an edge found in the picture is worth in each of its places, mm. On the practice head's photos it lies 0.2–0.3 mm off
 * (standard deviation); the rest is what short hair adds. Our choice.
 */
const EDGE_SD_MM: Mm = 0.6;
/**
 * A scalp is uneven in waves finer than the modes, and its hair lies in locks: places 8 mm apart share what they are off by.
 * Taken each for itself they bend the skull after the waves of one silhouette, and so between two. Our choice, by seven heads.
 */
const EDGE_SHARE = 1 / 4;
/** So many places are taken from an outline, which together are worth what they are to a photo alone. */
const DRAWN = 20;
const DRAWN_PER_MM = Math.sqrt(DIRECTIONS / DRAWN) / OUTLINE_SD_MM;
/** An edge this far from the outline, as a share of its radius, is hair, an ear or a shadow: the outline was drawn past it. Our choice. */
const EDGE_REACH = 0.07;
/** Fewer places than this are no edge of a head. Our choice. */
const FEWEST_PLACES = 12;
/**
 * How much of a scale's likely error is the photo's own: a ruler held alike and a head larger than the mean make all photos
 * of one head err alike. Our choice.
 */
const OWN_SHARE = 0.5;
/** How well a pose is set by hand, and how far heads are turned from their view where nobody has looked. Our choice. */
const PLACED_SD_DEG = 1;
const UNPLACED_SD_DEG = 5;

const known = new WeakMap<HeadOutline, Sight>();

/** Whether a photo has its part in the head's shape: one of a head, in a view and an outline that a hand has confirmed. */
export const hasPart = ({ view, outline }: HeadSight): boolean => view !== 'other' && outline.placed;

const sameSight = (a: HeadSight, b: HeadSight): boolean =>
  a.outline === b.outline &&
  a.view === b.view &&
  a.pose === b.pose &&
  a.calibration === b.calibration &&
  a.edge === b.edge &&
  a.size === b.size;

export const sameSights = (these: readonly HeadSight[], those: readonly HeadSight[]): boolean =>
  these === those ||
  (these.length === those.length && these.every((sight, i) => those[i] !== undefined && sameSight(sight, those[i])));

/** Whether two photos' skulls are the same: their own sights are, and those of the others. */
export const sameHead = (a: HeadPhoto, b: HeadPhoto): boolean =>
  sameSight(a, b) && sameSights(a.others ?? [], b.others ?? []);

export function sightOf(of: HeadSight): Sight {
  const before = known.get(of.outline);
  if (before !== undefined && sameSight(before.of, of)) return before;
  const made = makeSight(of);
  known.set(of.outline, made);
  return made;
}

const lesser = new WeakMap<Sight, Sight>();

/** The same by its outline alone; null where that is all it has. */
export function withoutEdge(sight: Sight): Sight | null {
  if (sight.of.edge.length === 0) return null;
  const before = lesser.get(sight);
  if (before !== undefined) return before;
  const made = makeSight({ ...sight.of, edge: [] });
  lesser.set(sight, made);
  return made;
}

function makeSight(of: HeadSight): Sight {
  const outline = usable(of.outline);
  const drawn = Array.from({ length: DRAWN }, (_, i): RimPlace => {
    const angle = ((i + 0.5) / DRAWN) * 2 * Math.PI;
    const at = fromUnitCircle(outline, { x: Math.cos(angle), y: Math.sin(angle) });
    return { at, perMm: DRAWN_PER_MM, share: 1, seen: false };
  });
  const edge = of.edge.length < FEWEST_PLACES ? [] : of.edge.flatMap((at) => seenPlace(outline, at));
  return {
    of,
    key: JSON.stringify([of.view, of.calibration, of.outline, of.edge, of.pose, of.size ?? null]),
    alone: fitAlone(of),
    points: [...drawn, ...edge],
    scaleSd: OWN_SHARE * mmPerPx({ ...of, outline }).errorShare,
    poseSdDeg: of.pose.placed ? PLACED_SD_DEG : UNPLACED_SD_DEG,
  };
}

/** A place of the edge: worth less the further off the outline it lies, so that nothing leaps while the outline is dragged. */
function seenPlace(outline: HeadOutline, at: PhotoPoint): readonly RimPlace[] {
  const { x, y } = toUnitCircle(outline, at);
  const off = (Math.sqrt(x * x + y * y) - 1) / EDGE_REACH;
  return Math.abs(off) < 1 ? [{ at, perMm: (1 - off * off) / EDGE_SD_MM, share: EDGE_SHARE, seen: true }] : [];
}
