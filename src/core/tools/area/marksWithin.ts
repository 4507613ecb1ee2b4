import { activeDesign } from '../../design/edits';
import { ringsBounds } from '../../geometry/rings';
import type { PhotoPoint } from '../../geometry/units';
import { scalpLine } from '../../head/scalpLine';
import { scalpOf } from '../../head/scalpOf';
import { lassoRings } from '../../head/zoneOutlines';
import { scatter } from '../../scatter/scatter';
import type { ToolSetting } from '../tool';

/** Units harvested per cm² leave so many marks; surgeons take 10–25. Our choice within that. */
const MARKS_PER_CM2 = 15;

/** Places of punch marks all over what a loop encloses, in photo px: as uneven as a surgeon's hand. */
export function marksWithin(loop: readonly PhotoPoint[], setting: Pick<ToolSetting, 'case' | 'photo'>): PhotoPoint[] {
  const scalp = scalpOf(setting.photo);
  const rings = lassoRings(loop, scalp);
  if (!rings.ok) return [];
  const clip = rings.value
    .map((ring) =>
      scalpLine(
        scalp.map,
        scalp.mmPerPx,
        ring.flatMap(({ x, y }) => [x, y]),
        true,
      ),
    )
    .filter((ring) => ring.length >= 6);
  const bounds = ringsBounds(clip);
  if (bounds === null) return [];
  const step = Math.max(bounds.x1 - bounds.x0, bounds.y1 - bounds.y0, 0.1);
  const field = {
    originX: bounds.x0,
    originY: bounds.y0,
    step,
    columns: 2,
    rows: 2,
    perCm2: new Float32Array(4).fill(MARKS_PER_CM2),
  };
  const dots = scatter({ seed: activeDesign(setting.case)?.seed ?? 0, field, clip, irregularity: 0.7 });
  if (dots.kind !== 'dots') return [];
  const marks: PhotoPoint[] = [];
  for (let i = 0; i < dots.count; i++) {
    const at = scalp.map.place({ x: dots.x[i] as number, y: dots.y[i] as number });
    if (at !== null) marks.push(at.photo);
  }
  return marks;
}
