import type { Degrees } from '../../geometry/units';
import type { HeadPose, View } from '../headPhoto';
import { blend3, cross3, type Vec3 } from './vec3';

/**
 * From where a usual photo of each view looks at the head: azimuth from the face towards the client's left, elevation
 * above the level of the ears. Our choice, after the photos of a consultation; close-ups have no view of the head and
 * are taken as from the front.
 */
export const USUAL_DIRECTION: Readonly<Record<View, { readonly azimuthDeg: Degrees; readonly elevationDeg: Degrees }>> =
  {
    front: { azimuthDeg: 0, elevationDeg: 0 },
    front45: { azimuthDeg: 45, elevationDeg: 0 },
    left: { azimuthDeg: 90, elevationDeg: 0 },
    right: { azimuthDeg: -90, elevationDeg: 0 },
    top: { azimuthDeg: 0, elevationDeg: 55 },
    crown: { azimuthDeg: 180, elevationDeg: 40 },
    other: { azimuthDeg: 0, elevationDeg: 0 },
  };

/** The picture's axes in the head's: unit vectors to the picture's right, down, and back towards the camera. */
export interface HeadAxes {
  readonly right: Vec3;
  readonly down: Vec3;
  readonly back: Vec3;
}

const radians = (deg: Degrees): number => (deg * Math.PI) / 180;

/**
 * How the head lies in the picture. The angles count from the view's usual direction: `yawDeg` turns the head to the client's
 * left, `pitchDeg` leans it back from the camera (chin up, seen from the front), `rollDeg` turns it clockwise in the picture.
 */
export function headAxes(view: View, { yawDeg, pitchDeg, rollDeg }: HeadPose): HeadAxes {
  const usual = USUAL_DIRECTION[view];
  const azimuth = radians(usual.azimuthDeg - yawDeg);
  const elevation = radians(usual.elevationDeg - pitchDeg);
  const level = Math.cos(elevation);
  const back: Vec3 = [Math.sin(azimuth) * level, Math.sin(elevation), Math.cos(azimuth) * level];
  const right: Vec3 = [Math.cos(azimuth), 0, -Math.sin(azimuth)];
  const down = cross3(right, back);
  const cos = Math.cos(radians(rollDeg));
  const sin = Math.sin(radians(rollDeg));
  return { right: blend3(right, cos, down, -sin), down: blend3(right, sin, down, cos), back };
}
