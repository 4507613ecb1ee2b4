import { hairlineOn } from '../design/edits';
import { controlOf, nearestOnCurve } from '../geometry/curve';
import type { PhotoPoint } from '../geometry/units';
import { areaHit, areaPointHit } from './area/areaHit';
import { outlineGrips } from './outlineGrips';
import { nearest, reachPx } from './reach';
import type { Target } from './target';
import type { ToolPointer, ToolSetting } from './tool';

/**
 * What the pointer can take hold of: the nearest handle or grip, else a point of a chosen area, the hairline's curve, the
 * midline's length, an area.
 */
export function hitTest(pointer: ToolPointer, setting: ToolSetting): Target | null {
  const handles = [...hairlineHandles(setting), ...guideGrips(setting)];
  return (
    nearest(handles, pointer.photo, reachPx(pointer, setting)) ??
    areaPointHit(pointer, setting) ??
    onCurve(pointer, setting) ??
    onMidline(pointer, setting) ??
    areaHit(pointer, setting)
  );
}

/** An end of the tangent of a chosen handle. */
export function tangentHit(pointer: ToolPointer, setting: ToolSetting, selected: number | null): Target | null {
  const area = hairlineOn(setting.case, setting.photo.id);
  if (area === undefined || selected === null || area.points[selected]?.tangent === undefined) return null;
  const grips = (['ahead', 'behind'] as const).map((end) => ({
    at: controlOf(area.points, selected, end),
    of: { kind: 'tangent' as const, areaId: area.id, index: selected, end },
  }));
  return nearest(grips, pointer.photo, reachPx(pointer, setting));
}

/** A handle or a place on the hairline's curve. */
export const hairlineHit = (pointer: ToolPointer, setting: ToolSetting): Target | null =>
  nearest(hairlineHandles(setting), pointer.photo, reachPx(pointer, setting)) ?? onCurve(pointer, setting);

interface Grip {
  readonly at: PhotoPoint;
  readonly of: Target;
}

function hairlineHandles(setting: ToolSetting): Grip[] {
  const area = hairlineOn(setting.case, setting.photo.id);
  return area?.points.map((at, index) => ({ at, of: { kind: 'handle', areaId: area.id, index } })) ?? [];
}

function guideGrips({ photo, midlineShown, outlineShown, whorlsShown, landmarks = [] }: ToolSetting): Grip[] {
  const { top, bottom } = photo.midline;
  const ends: Grip[] = [
    { at: top, of: { kind: 'midline', end: 'top' } },
    { at: bottom, of: { kind: 'midline', end: 'bottom' } },
  ];
  const grips = outlineGrips(photo.outline).map(({ grip, at }): Grip => ({ at, of: { kind: 'outline', grip } }));
  const marks = landmarks.map(({ name, at }): Grip => ({ at, of: { kind: 'landmark', name } }));
  const whorls = photo.whorls.map(({ at }, index): Grip => ({ at, of: { kind: 'whorl', index } }));
  return [
    ...(whorlsShown === true ? whorls : []),
    ...(midlineShown ? ends : []),
    ...(outlineShown ? grips : []),
    ...marks,
  ];
}

function onCurve(pointer: ToolPointer, setting: ToolSetting): Target | null {
  const area = hairlineOn(setting.case, setting.photo.id);
  const on = area === undefined ? null : nearestOnCurve(area.points, pointer.photo);
  if (area === undefined || on === null || on.distance > reachPx(pointer, setting)) return null;
  return { kind: 'curve', areaId: area.id, segment: on.segment, t: on.t };
}

function onMidline(pointer: ToolPointer, setting: ToolSetting): Target | null {
  if (!setting.midlineShown) return null;
  const { top, bottom } = setting.photo.midline;
  const on = nearestOnCurve([top, bottom], pointer.photo);
  return on !== null && on.distance <= reachPx(pointer, setting) ? { kind: 'midline', end: 'whole' } : null;
}
