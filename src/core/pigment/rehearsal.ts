import type { Scene, SceneArea, SceneStroke } from '../design/scene';

/** How far a line is pulled at its middle, up to how far beside it, and how wide the brush is: about a hand's move. Our choice. */
const PULL_CM = 0.15;
const PULLED_CM = 3;
const BRUSH_MM = 16;

/** After so many turns the scene is itself again. */
export const REHEARSAL_TURNS = 3;

/**
 * A scene as a hand might make it of this one next: its first hairline pulled to and fro, then brushed across, then as it is.
 * Laid in advance, these leave ready what the first real move would wait for.
 */
export function rehearsed(scene: Scene, turn: number): Scene {
  const pull = PULL_CM * (turn % (2 * REHEARSAL_TURNS) === 0 ? 1 : -1);
  switch (turn % REHEARSAL_TURNS) {
    case 0:
      return { ...scene, areas: scene.areas.map((area, i) => (i === firstLine(scene) ? pulled(area, pull) : area)) };
    case 1:
      return { ...scene, strokes: [...scene.strokes, ...scene.areas.slice(0, 1).map(strokeAcross)] };
    default:
      return scene;
  }
}

const firstLine = ({ areas }: Scene): number => areas.findIndex(({ kind }) => kind === 'hairline');

/** A hairline area with the middle of its line pulled along the chart's y, the line and its ring alike. */
function pulled(area: SceneArea, byCm: number): SceneArea {
  if (area.kind !== 'hairline') return area;
  const { hairlineCm, ringCm } = area;
  const middle = 2 * Math.floor(hairlineCm.length / 4);
  const [x, y] = [hairlineCm[middle] ?? 0, hairlineCm[middle + 1] ?? 0];
  const moved = (flat: Float64Array): Float64Array => {
    const made = flat.slice();
    for (let i = 0; i < made.length; i += 2) {
      const away = Math.hypot((flat[i] as number) - x, (flat[i + 1] as number) - y) / PULLED_CM;
      if (away < 1) made[i + 1] = (flat[i + 1] as number) + byCm * (1 - away * away) ** 2;
    }
    return made;
  };
  return { ...area, hairlineCm: moved(hairlineCm), ringCm: moved(ringCm) };
}

/** A stroke from one place of an area's outline to another. */
function strokeAcross(area: SceneArea): SceneStroke {
  const outline = outlineOf(area);
  const from = 2 * Math.floor(outline.length / 8);
  return {
    id: 'rehearsal',
    kind: 'less',
    pathCm: Float64Array.of(...outline.subarray(from, from + 2), ...outline.subarray(-2)),
    sizeMm: BRUSH_MM,
    feather: 0.5,
    strength: 0.5,
    perCm2: null,
  };
}

function outlineOf(area: SceneArea): Float64Array {
  switch (area.kind) {
    case 'hairline':
      return area.ringCm;
    case 'zone':
      return area.ringsCm[0] ?? new Float64Array(4);
    case 'scar':
      return area.pointsCm;
    default:
      return area satisfies never;
  }
}
