import type { Look, Scene } from '../../design/scene';
import { DEFAULT_LOOK } from '../marks/markFigures';

/** A session that the scene shows, in one of its pigments. */
export interface ShownSession {
  readonly look: Look;
  /** Share of the final density that it adds, 0–1; over all of them the shares add up to what stands. */
  readonly added: number;
}

/**
 * The sessions that a scene shows, in order, first all in the design's pigment, then in the areas' own one after the
 * other; one in the default look where the scene speaks of none.
 */
export function shownSessions(scene: Scene): readonly ShownSession[] {
  const { sessions } = scene;
  if (sessions === undefined) return [{ look: DEFAULT_LOOK, added: 1 }];
  return pigmentShares(scene).flatMap((share, pigment) =>
    sessions.map(({ upTo, look, others }, session) => ({
      look: pigment === 0 ? look : (others?.[pigment - 1] ?? look),
      added: share * (upTo - (sessions[session - 1]?.upTo ?? 0)),
    })),
  );
}

/** Where in the list the dots of a session stand that are set with a pigment (SceneFill.pigment). */
export const placeInShown = ({ sessions }: Scene, session: number, pigment: number): number =>
  session + pigment * (sessions?.length ?? 0);

/** How much of all dots each pigment sets, by its areas' size and density. */
function pigmentShares({ areas }: Scene): readonly number[] {
  const most = areas.reduce((highest, { pigment }) => Math.max(highest, pigment), 0);
  const shares = new Array<number>(most + 1).fill(0);
  for (const { pigment, areaCm2, perCm2 } of areas) shares[pigment] = (shares[pigment] ?? 0) + areaCm2 * perCm2;
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return whole > 0 ? shares.map((share) => share / whole) : [1];
}
