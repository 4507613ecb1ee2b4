/**
 * Light in which the added dots are judged. It never changes the photo: it only says how the fill's own share of shine,
 * contrast and haze would differ. Clients fear dots that look good in soft light and harsh in flash; how much is our choice
 * throughout, and modest.
 */
export type LightChoice = 'asInPhoto' | 'softDaylight' | 'overhead' | 'flash' | 'lowLight' | 'matt';

export const LIGHT_CHOICES: readonly LightChoice[] = [
  'asInPhoto',
  'softDaylight',
  'overhead',
  'flash',
  'lowLight',
  'matt',
];

export const DEFAULT_LIGHT: LightChoice = 'asInPhoto';

export interface LightOnMarks {
  /**
   * Share of the photo's shine that marks take down with them: 1 all of it, as they do at present. Measured marks take
   * 70–90 %: hard light stays on the surface above the pigment, and a matt skin has no shine to keep.
   */
  readonly shineOfMarks: number;
  /** Factor on the optical density of the marks, so that neither skin nor exposure follows. */
  readonly contrast: number;
  /** Factor on the haze: light that comes straight back, a flash's, has travelled less through the skin between marks. */
  readonly haze: number;
  /** Factor on how much the filled area's gloss is dimmed: a matt product over it takes most. */
  readonly gloss: number;
}

const LIGHTS: { readonly [Choice in LightChoice]: LightOnMarks } = {
  asInPhoto: { shineOfMarks: 1, contrast: 1, haze: 1, gloss: 1 },
  softDaylight: { shineOfMarks: 0.9, contrast: 0.86, haze: 1.06, gloss: 1 },
  overhead: { shineOfMarks: 0.7, contrast: 1.18, haze: 1, gloss: 0.7 },
  flash: { shineOfMarks: 0.4, contrast: 1.24, haze: 0.55, gloss: 0.2 },
  lowLight: { shineOfMarks: 0.95, contrast: 0.7, haze: 0.9, gloss: 1.5 },
  matt: { shineOfMarks: 1, contrast: 1.06, haze: 1.04, gloss: 6 },
};

export const lightOnMarks = (choice: LightChoice): LightOnMarks => LIGHTS[choice];
