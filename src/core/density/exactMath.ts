/*
 * exp and sin from additions and multiplications alone. The language leaves Math.exp and Math.sin to the engine, and
 * engines differ in the last bits; a saved design must give the same dots in all of them.
 */
const LN2 = 0.6931471805599453;
const EXP_TERMS = 14;
const SIN_TERMS = 9;

/** e to the power x, relative error below 1e-14 for |x| ≤ 700. */
export function exactExp(x: number): number {
  const powerOfTwo = Math.round(x / LN2);
  const rest = x - powerOfTwo * LN2;
  let sum = 1;
  for (let i = EXP_TERMS; i >= 1; i--) sum = 1 + (rest / i) * sum;
  const factor = powerOfTwo < 0 ? 0.5 : 2;
  for (let i = Math.abs(powerOfTwo); i > 0; i--) sum *= factor;
  return sum;
}

/** sin(2π · turns), absolute error below 1e-11. */
export function exactSinTurns(turns: number): number {
  let phase = turns - Math.floor(turns);
  if (phase > 0.75) phase -= 1;
  else if (phase > 0.25) phase = 0.5 - phase;
  const angle = phase * (2 * Math.PI);
  const squared = angle * angle;
  let sum = 1;
  for (let i = SIN_TERMS; i >= 1; i--) sum = 1 - (squared / (2 * i * (2 * i + 1))) * sum;
  return angle * sum;
}
