import { describe, expect, it } from 'vitest';
import { clinicFrom } from '../../../src/studio/state/clinic';

const DEFAULT = clinicFrom(null);

describe('the clinic’s figures, as kept on the device', () => {
  it('come back as they were kept', () => {
    const kept = {
      ...DEFAULT,
      name: 'Clinic',
      currency: 'TRY',
      prices: { ...DEFAULT.prices, basis: 'stage', perStage: { 'norwood 3v': 2100 }, taxPercent: 20 },
      aftercare: 'Keep it dry.',
      paper: 'Letter',
    };
    expect(clinicFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('lose only what has been spoilt', () => {
    const kept = { ...DEFAULT, name: 'Clinic', paper: 'A9', prices: { ...DEFAULT.prices, perCm2: 'free' } };
    expect(clinicFrom(kept)).toEqual({ ...DEFAULT, name: 'Clinic' });
  });

  it('are the defaults where nothing readable is kept', () => {
    for (const kept of [undefined, null, 'clinic', 7, [], { name: 7 }]) expect(clinicFrom(kept)).toEqual(DEFAULT);
  });
});
