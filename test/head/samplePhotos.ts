/** The practice head's photos as the app opens them, with a scale measured beside the head. */
import { readFileSync } from 'node:fs';
import { FRESH_PHOTO, type Photo } from '../../src/core/design/case';
import { defaultMidline } from '../../src/core/head/midline';
import { cameraFor, depthMm, type Camera, type HeadView } from './camera';
import { SKULL_CENTRE, type SampleGuide } from './sampleGuide';

const guides = JSON.parse(
  readFileSync(new URL('../../public/samples/samples.json', import.meta.url), 'utf8'),
) as readonly SampleGuide[];

export interface SamplePhoto {
  readonly photo: Photo;
  readonly camera: Camera;
  /** At the middle of the cap as seen: what a flat calculation takes for the whole head. */
  readonly flatMmPerPx: number;
}

export function samplePhoto(view: HeadView): SamplePhoto {
  const guide = guides.find((each) => each.view === view);
  if (guide === undefined) throw new Error(`no guide to ${view}`);
  const camera = cameraFor(view, guide.width, guide.height);
  // A ruler in the corner, as far away as the middle of the skull.
  const atCentre = depthMm(camera, ...SKULL_CENTRE) * camera.pixelSlope;
  const outline = { ...guide.outline, placed: true };
  const photo: Photo = {
    ...FRESH_PHOTO,
    id: view,
    sha256: '',
    width: guide.width,
    height: guide.height,
    view,
    outline,
    pose: { ...guide.pose, placed: true },
    calibration: { kind: 'ruler', a: { x: 0, y: 0 }, b: { x: 1_000, y: 0 }, mm: 1_000 * atCentre },
    midline: defaultMidline(outline, view),
  };
  return { photo, camera, flatMmPerPx: guide.mmPerPx };
}
