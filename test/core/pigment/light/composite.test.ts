import { describe, expect, it } from 'vitest';
import { composite } from '../../../../src/core/pigment/light/composite';
import {
  BYTE_OF_LINEAR,
  BYTE_OF_LOG,
  LINEAR_OF_BYTE,
  LINEAR_STEPS,
  LOG_OF_BYTE,
} from '../../../../src/core/pigment/light/light';
import { linearToSrgb, srgbToLinear } from '../../../../src/core/pigment/light/light';
import {
  DEFAULT_LOOK,
  HAZE_DENSITY,
  HAZE_ON_SHINE,
  REDNESS_DENSITY,
  SKIN_REDNESS,
} from '../../../../src/core/pigment/marks/markFigures';
import { skinLook } from '../../../../src/core/pigment/skin/skinLook';
import type { Pigment } from '../../../../src/core/pigment/light/pigmentOver';
import { SPLAT_STEPS } from '../../../../src/core/pigment/marks/splat';

const row = (rgba: Uint32Array): { rgba: Uint32Array; offset: number; stride: number } => ({
  rgba,
  offset: 0,
  stride: rgba.length,
});

const HEALED = skinLook([{ look: DEFAULT_LOOK, added: 1 }]);

const over = (pigment: Partial<Pigment>): Pigment => ({
  marks: [],
  haze: null,
  cloud: null,
  redness: null,
  skin: HEALED,
  ...pigment,
});

describe('the tables of light', () => {
  it('bring every byte back', () => {
    for (let byte = 0; byte < 256; byte++) {
      expect(BYTE_OF_LINEAR[Math.round((LINEAR_OF_BYTE[byte] ?? 0) * LINEAR_STEPS)]).toBe(byte);
      const step = LOG_OF_BYTE[byte] ?? 0;
      expect(step < 0 ? 0 : BYTE_OF_LOG[step]).toBe(byte);
    }
  });
});

describe('composite', () => {
  it('multiplies in linear light, to 0.56 of an 8-bit value', () => {
    const photo = Uint32Array.from({ length: 256 }, (_, byte) => 0xff000000 + byte * 0x010101);
    for (const density of [0.01, 0.1, 0.37, 0.9, 2, 5]) {
      const out = new Uint32Array(256);
      const marks = new Int32Array(256).fill(Math.round(density * SPLAT_STEPS));
      composite(row(out), row(photo), 256, 1, over({ marks: [{ sum: marks, ratio: [1, 1.2, 1.5] }] }));
      for (let byte = 0; byte < 256; byte++) {
        [1, 1.2, 1.5].forEach((ratio, channel) => {
          const exact = 255 * linearToSrgb(srgbToLinear(byte / 255) * Math.exp(-density * ratio));
          expect(Math.abs((((out[byte] ?? 0) >>> (8 * channel)) & 255) - exact)).toBeLessThan(0.56);
        });
        expect((out[byte] ?? 0) >>> 24).toBe(255);
      }
    }
  });

  /** The haze at a share of 0.8 over one pixel, as red, green and blue. */
  const hazed = (red: number, green: number, blue: number, change: Partial<Pigment> = {}): number[] => {
    const out = new Uint32Array(1);
    const pixel = (0xff000000 + blue * 0x10000 + green * 0x100 + red) >>> 0;
    composite(row(out), row(Uint32Array.of(pixel)), 1, 1, over({ haze: Float32Array.of(0.8), ...change }));
    return [0, 8, 16].map((shift) => ((out[0] ?? 0) >>> shift) & 255);
  };
  const under = (byte: number, density: number): number =>
    255 * linearToSrgb(srgbToLinear(byte / 255) * Math.exp(-0.8 * density));

  it('adds the haze in its own colours on skin', () => {
    const skin = [214, 168, 140] as const;
    hazed(...skin).forEach((byte, channel) => {
      expect(Math.abs(byte - under(skin[channel] ?? 0, HAZE_DENSITY[channel] ?? 0))).toBeLessThan(0.56);
    });
  });

  it('dims gloss a little and evenly', () => {
    const gloss = [240, 234, 230] as const;
    const skin = Math.log(srgbToLinear(240 / 255) / srgbToLinear(230 / 255)) / SKIN_REDNESS;
    hazed(...gloss).forEach((byte, channel) => {
      const density = skin * (HAZE_DENSITY[channel] ?? 0) + (1 - skin) * HAZE_ON_SHINE;
      expect(Math.abs(byte - under(gloss[channel] ?? 0, density))).toBeLessThan(0.6);
    });
  });

  it('leaves a grey background beside the head as it is, but not a photo without colours', () => {
    for (const grey of [90, 180, 240]) {
      const cloud = Float32Array.of(1);
      expect(hazed(grey, grey, grey, { cloud })).toEqual([grey, grey, grey]);
      const all = { skin: { ...HEALED, skinRedness: -Infinity, hazeDensity: [0.1, 0.1, 0.1] as const } };
      for (const byte of hazed(grey, grey, grey, all)) expect(Math.abs(byte - under(grey, 0.1))).toBeLessThan(0.56);
    }
  });

  it('returns pixels without pigment to the bit', () => {
    const photo = Uint32Array.from({ length: 4096 }, (_, i) => 0xff000000 + (Math.imul(i, 0x9e3779b1) % 0xffffff));
    const marks = new Int32Array(4096);
    const haze = new Float32Array(4096);
    marks[7] = SPLAT_STEPS;
    haze[9] = 1;
    photo[9] = 0xff8ca8d6;
    const out = new Uint32Array(4096);
    composite(row(out), row(photo), 4096, 1, over({ marks: [{ sum: marks, ratio: [1, 1, 1] }], haze }));
    for (let i = 0; i < 4096; i++) if (i !== 7 && i !== 9) expect(out[i]).toBe(photo[i]);
    expect(out[7]).not.toBe(photo[7]);
    expect(out[9]).not.toBe(photo[9]);
  });

  it('gives the same for marks in one sum and in two of one colour', () => {
    const photo = Uint32Array.from({ length: 4096 }, (_, i) => 0xff000000 + (Math.imul(i, 0x9e3779b1) >>> 8));
    const sum = Int32Array.from({ length: 4096 }, (_, i) => (i % 7 === 0 ? 0 : (i % 31) * 500));
    const haze = Float32Array.from({ length: 4096 }, (_, i) => (i % 5) / 4);
    const one = new Uint32Array(4096);
    const two = new Uint32Array(4096);
    const ratio = [1, 1.12, 1.2] as const;
    const half = sum.map((each) => each / 2);
    composite(row(one), row(photo), 4096, 1, over({ marks: [{ sum, ratio }], haze }));
    composite(
      row(two),
      row(photo),
      4096,
      1,
      over({
        marks: [
          { sum: half, ratio },
          { sum: sum.map((each, i) => each - (half[i] ?? 0)), ratio },
        ],
        haze,
      }),
    );
    for (let i = 0; i < 4096; i++) {
      for (const shift of [0, 8, 16]) {
        const difference = (((one[i] ?? 0) >>> shift) & 255) - (((two[i] ?? 0) >>> shift) & 255);
        expect(Math.abs(difference)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('reddens skin by its own densities and leaves pure shine as it is', () => {
    const red = { haze: null, redness: Float32Array.of(0.5), skin: { ...HEALED, redness: 0.8 } };
    const skin = [214, 168, 140] as const;
    hazed(...skin, red).forEach((byte, channel) => {
      const exact = linearToSrgb(
        srgbToLinear((skin[channel] ?? 0) / 255) * Math.exp(-0.5 * 0.8 * (REDNESS_DENSITY[channel] ?? 0)),
      );
      expect(Math.abs(byte - 255 * exact)).toBeLessThan(0.56);
    });
    expect(hazed(220, 220, 220, red)).toEqual([220, 220, 220]);
  });

  it('lets shine resist the marks by what they do not take of it', () => {
    const marks = (): Partial<Pigment> => ({
      haze: null,
      marks: [{ sum: Int32Array.of(SPLAT_STEPS), ratio: [1, 1, 1] }],
    });
    const skin = { ...HEALED, shine: 0.7 };
    expect(hazed(214, 150, 120, { ...marks(), skin })).toEqual(hazed(214, 150, 120, marks()));
    const [grey = 0] = hazed(220, 220, 220, { ...marks(), skin });
    expect(Math.abs(grey - 255 * linearToSrgb(srgbToLinear(220 / 255) * Math.exp(-0.7)))).toBeLessThan(0.56);
  });
});
