/**
 * The radial profile of a mark: a disc of even density that the skin has softened with a Gaussian. Only the ratio of
 * the disc's radius to the Gaussian's sigma gives the shape, so one family of profiles, a quarter of an octave apart,
 * serves every size and every softness. Lengths here are in sigmas.
 */
export interface Profile {
  /** Where the profile has fallen to nothing, in sigmas. */
  readonly extent: number;
  /** The value (1 at the centre, 0 at the extent) at TABLE_STEPS + 1 even steps of the squared distance. */
  readonly bySquare: Float32Array;
  /** Its integral over the plane, in sigmas squared. */
  readonly integral: number;
}

export const PROFILE_COUNT = 20;
const CLASSES_PER_OCTAVE = 4;
/** Below a quarter of a sigma every disc looks the same, a plain Gaussian. */
const SMALLEST_RADIUS = 0.25;
const TABLE_STEPS = 256;
const DISC_STEPS = 24;
/** So far past the disc the Gaussian's tail is 1.5 % and is let down to zero there. */
const TAIL = 2.9;

/** The profile whose disc radius (in sigmas) is nearest. Every mark asks, and a logarithm costs more than some comparisons. */
export function profileClass(radiusInSigmas: number): number {
  let profile = 0;
  while (profile < PROFILE_COUNT - 1 && radiusInSigmas >= (RADIUS_BETWEEN[profile] as number)) profile++;
  return profile;
}

/** Radii half-way, by their logarithm, from each class to the next. */
const RADIUS_BETWEEN = Float64Array.from(
  { length: PROFILE_COUNT - 1 },
  (_, profile) => SMALLEST_RADIUS * 2 ** ((profile + 0.5) / CLASSES_PER_OCTAVE),
);

/** Disc radius in sigmas of a profile class. */
export function profileRadius(profile: number): number {
  return SMALLEST_RADIUS * 2 ** (profile / CLASSES_PER_OCTAVE);
}

const made: (Profile | undefined)[] = [];

/** The profile of a class; computed once. */
export function profileOf(profile: number): Profile {
  const known = made[profile];
  if (known !== undefined) return known;
  const fresh = makeProfile(profileRadius(profile));
  made[profile] = fresh;
  return fresh;
}

function makeProfile(radius: number): Profile {
  const extent = radius + TAIL;
  const pedestal = softDisc(extent, radius);
  const centre = softDisc(0, radius) - pedestal;
  const bySquare = new Float32Array(TABLE_STEPS + 1);
  for (let step = 0; step < TABLE_STEPS; step++) {
    bySquare[step] = (softDisc(extent * Math.sqrt(step / TABLE_STEPS), radius) - pedestal) / centre;
  }
  let sum = 0;
  for (let step = 0; step < TABLE_STEPS; step++) {
    sum += ((bySquare[step] as number) + (bySquare[step + 1] as number)) / 2;
  }
  // ∫ f(ρ) 2πρ dρ = π ∫ f d(ρ²)
  return { extent, bySquare, integral: (Math.PI * extent * extent * sum) / TABLE_STEPS };
}

/** A unit disc of the given radius convolved with a Gaussian of sigma 1, at a distance from its centre. */
function softDisc(distance: number, radius: number): number {
  let sum = 0;
  const step = radius / DISC_STEPS;
  for (let i = 0; i < DISC_STEPS; i++) {
    const ring = (i + 0.5) * step;
    const gap = distance - ring;
    sum += ring * Math.exp((-gap * gap) / 2) * scaledBesselI0(distance * ring);
  }
  return sum * step;
}

/** e^−x · I₀(x) for x ≥ 0, to 2e-7 (Abramowitz and Stegun 1964, 9.8.1 and 9.8.2). */
function scaledBesselI0(x: number): number {
  if (x < 3.75) {
    const t = (x / 3.75) ** 2;
    const series =
      1 + t * (3.5156229 + t * (3.0899424 + t * (1.2067492 + t * (0.2659732 + t * (0.0360768 + t * 0.0045813)))));
    return series * Math.exp(-x);
  }
  const t = 3.75 / x;
  const tail = 0.00916281 + t * (-0.02057706 + t * (0.02635537 + t * (-0.01647633 + t * 0.00392377)));
  const series = 0.39894228 + t * (0.01328592 + t * (0.00225319 + t * (-0.00157565 + t * tail)));
  return series / Math.sqrt(x);
}

/** The profile's value at a squared distance (in sigmas squared), linear between the table's steps. */
export function profileAt(profile: Profile, squared: number): number {
  const at = (squared / (profile.extent * profile.extent)) * TABLE_STEPS;
  if (at >= TABLE_STEPS) return 0;
  const step = Math.floor(at);
  const low = profile.bySquare[step] as number;
  return low + ((profile.bySquare[step + 1] as number) - low) * (at - step);
}
