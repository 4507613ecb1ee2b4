/**
 * Light in which the added dots are judged. It never changes the photo: it only says how the dots' own share of shine and
 * contrast would differ. Clients fear dots that look good in soft light and harsh in flash; how much is our choice
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
  /** Factor on the optical density of the marks alone, so that neither skin nor haze, and hence no exposure, follows. */
  readonly contrast: number;
}

const LIGHTS: { readonly [Choice in LightChoice]: LightOnMarks } = {
  asInPhoto: { shineOfMarks: 1, contrast: 1 },
  softDaylight: { shineOfMarks: 0.9, contrast: 0.94 },
  overhead: { shineOfMarks: 0.8, contrast: 1.08 },
  flash: { shineOfMarks: 0.7, contrast: 1.18 },
  lowLight: { shineOfMarks: 0.95, contrast: 0.88 },
  matt: { shineOfMarks: 1, contrast: 1.04 },
};

export const lightOnMarks = (choice: LightChoice): LightOnMarks => LIGHTS[choice];
