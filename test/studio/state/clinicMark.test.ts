import { expect, it } from 'vitest';
import { clinicMarkFrom } from '../../../src/studio/state/clinicMark';

it('takes back what was kept, and nothing that is not a PNG of its own', () => {
  const image = 'data:image/png;base64,iVBORw0KGgo=';
  expect(clinicMarkFrom({ onPictures: true, image })).toEqual({ onPictures: true, image });
  for (const other of ['https://example.org/a.png', 'data:image/svg+xml,<svg/>', 'data:image/png;base64,"', 7, null]) {
    expect(clinicMarkFrom({ onPictures: true, image: other }).image).toBeNull();
  }
  for (const kept of [null, 'x', undefined, { onPictures: 'yes' }]) {
    expect(clinicMarkFrom(kept)).toEqual({ onPictures: false, image: null });
  }
});
