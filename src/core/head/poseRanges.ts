import { DEFAULT_POSE, type HeadPose } from './headPhoto';

/**
 * How far a head may be turned from a view's usual direction: as far as a photo is still called by that view, and for half
 * profiles to the other side. From an arm's length to across a studio. Our choice.
 */
export const POSE_RANGES = {
  yawDeg: { min: -100, max: 100, step: 0.5, default: DEFAULT_POSE.yawDeg },
  pitchDeg: { min: -50, max: 50, step: 0.5, default: DEFAULT_POSE.pitchDeg },
  rollDeg: { min: -50, max: 50, step: 0.5, default: DEFAULT_POSE.rollDeg },
  distanceMm: { min: 350, max: 4_000, step: 10, default: DEFAULT_POSE.distanceMm },
} as const;

export type PoseField = keyof typeof POSE_RANGES;

const within = (field: PoseField, value: number): number => {
  const { min, max, default: usual } = POSE_RANGES[field];
  return Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : usual;
};

/** The pose with some of it set by hand, each within its range. */
export function setPose(pose: HeadPose, change: Partial<Record<PoseField, number>>): HeadPose {
  const next = { ...pose, ...change };
  return {
    yawDeg: within('yawDeg', next.yawDeg),
    pitchDeg: within('pitchDeg', next.pitchDeg),
    rollDeg: within('rollDeg', next.rollDeg),
    distanceMm: within('distanceMm', next.distanceMm),
    placed: true,
  };
}
