/**
 * Tables between 8-bit sRGB and linear light (IEC 61966-2-1). Pigment absorbs light, so a picture is darkened in linear
 * light: out = encode(decode(photo) · e^−OD). Taken on a logarithmic scale that is one subtraction and one look-up.
 */

/** Linear light 0–1 of an sRGB value 0–1. */
export function srgbToLinear(srgb: number): number {
  return srgb <= 0.04045 ? srgb / 12.92 : ((srgb + 0.055) / 1.055) ** 2.4;
}

/** sRGB value 0–1 of linear light 0–1. */
export function linearToSrgb(linear: number): number {
  return linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
}

/** Linear light 0–1 of each 8-bit sRGB value. */
export const LINEAR_OF_BYTE: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => srgbToLinear(byte / 255));

/** Steps of the table below for linear light 0–1: in the darkest tones one step is 0.2 of an 8-bit value. */
export const LINEAR_STEPS = 16384;

/** 8-bit sRGB value of round(linear · LINEAR_STEPS). */
export const BYTE_OF_LINEAR: Uint8Array = Uint8Array.from({ length: LINEAR_STEPS + 1 }, (_, step) =>
  Math.round(linearToSrgb(step / LINEAR_STEPS) * 255),
);

/** Steps of optical density (natural logarithm) per unit in the two tables below; one step moves a byte by at most 0.06. */
export const DENSITY_STEPS = 2048;

/** Light of e^−9.25 shows as 0 in 8 bits, so the logarithmic scale starts there. */
const LOG_LENGTH = 9.25 * DENSITY_STEPS;

/** 8-bit sRGB value at each step of the logarithmic scale; the last one is white. */
export const BYTE_OF_LOG: Uint8Array = Uint8Array.from({ length: LOG_LENGTH + 1 }, (_, step) =>
  Math.round(linearToSrgb(Math.exp((step - LOG_LENGTH) / DENSITY_STEPS)) * 255),
);

/** Step of the logarithmic scale at which each 8-bit sRGB value stands; black lies before its start. */
export const LOG_OF_BYTE: Int32Array = Int32Array.from({ length: 256 }, (_, byte) =>
  byte === 0 ? -1 : LOG_LENGTH + Math.round(Math.log(srgbToLinear(byte / 255)) * DENSITY_STEPS),
);
