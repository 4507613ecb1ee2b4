import type { Area } from '../../../core/design/area';
import type { Case, Design, Photo } from '../../../core/design/case';
import type { CurveHandle } from '../../../core/geometry/curve';
import type { PhotoPoint } from '../../../core/geometry/units';

/**
 * The case as if its photo had been opened with fewer pixels: everything placed on it moves along, millimetres stay. For
 * several pictures at once, which a device's memory holds only at a reduced size.
 */
export function smallerCase(of: Case, photoId: string, factor: number): Case {
  if (factor === 1) return of;
  const isOn = (each: { readonly photoId: string }): boolean => each.photoId === photoId;
  return {
    ...of,
    photos: of.photos.map((photo) => (photo.id === photoId ? smallerPhoto(photo, factor) : photo)),
    designs: of.designs.map((design): Design => ({
      ...design,
      areas: design.areas.map((area) => (isOn(area) ? smallerArea(area, factor) : area)),
      strokes: design.strokes.map((stroke) =>
        isOn(stroke) ? { ...stroke, path: stroke.path.map((px) => px * factor) } : stroke,
      ),
      handDots: {
        ...design.handDots,
        added: design.handDots.added.map((dot) => (isOn(dot) ? { ...dot, at: scaled(dot.at, factor) } : dot)),
        moved: design.handDots.moved.map((dot) => (isOn(dot) ? { ...dot, at: scaled(dot.at, factor) } : dot)),
      },
    })),
  };
}

const scaled = <Point extends PhotoPoint>(p: Point, factor: number): Point => ({
  ...p,
  x: p.x * factor,
  y: p.y * factor,
});

function smallerPhoto(photo: Photo, factor: number): Photo {
  const { outline, edge, midline, calibration, landmarks, whorls } = photo;
  const at = (p: PhotoPoint): PhotoPoint => scaled(p, factor);
  return {
    ...photo,
    width: Math.round(photo.width * factor),
    height: Math.round(photo.height * factor),
    outline: { ...scaledCentre(outline, factor), rx: outline.rx * factor, ry: outline.ry * factor },
    edge: edge.map(at),
    midline: { top: at(midline.top), bottom: at(midline.bottom) },
    calibration: 'a' in calibration ? { ...calibration, a: at(calibration.a), b: at(calibration.b) } : calibration,
    landmarks: landmarks.map((each) => ({ ...each, at: at(each.at) })),
    whorls: whorls.map((each) => ({ ...each, at: at(each.at) })),
  };
}

const scaledCentre = (outline: Photo['outline'], factor: number): Photo['outline'] => ({
  ...outline,
  cx: outline.cx * factor,
  cy: outline.cy * factor,
});

function smallerArea(area: Area, factor: number): Area {
  switch (area.kind) {
    case 'hairline':
      return { ...area, points: area.points.map((handle) => smallerHandle(handle, factor)) };
    case 'scar':
      return { ...area, points: area.points.map((p) => scaled(p, factor)) };
    case 'zone':
    case 'exclusion':
    case 'hair':
      return { ...area, rings: area.rings.map((ring) => ring.map((p) => scaled(p, factor))) };
    default:
      return area satisfies never;
  }
}

const smallerHandle = (handle: CurveHandle, factor: number): CurveHandle => ({
  ...scaled(handle, factor),
  ...(handle.tangent === undefined ? {} : { tangent: scaled(handle.tangent, factor) }),
});
