import type { Photo } from '../../../core/design/case';
import { activeDesign, activePhoto } from '../../../core/design/edits';
import type { Rgb } from '../../../core/design/scene';
import type { OwnPigment, Treatment } from '../../../core/design/treatment';
import type { PhotoPoint } from '../../../core/geometry/units';
import { mmPerPx } from '../../../core/head/scale';
import { matchColour, type ColourMatch, type MatchRequest } from '../../../core/pigment/colour/colourMatch';
import { offeredPigments, withChoice } from '../../../core/pigment/colour/ownPigments';
import { meanOfPatch } from '../../../core/pigment/skin/patch';
import { pigmentToMatch } from '../../../core/pigment/colour/pigmentToMatch';
import { proposeSkinType } from '../../../core/pigment/skin/skinType';
import { currentPicture } from '../../canvas/sceneFeed';
import { setTool } from '../../canvas/toolDesk';
import { caseStore, commit } from '../../state/caseStore';
import { keepPigment, preferences } from '../../state/preferences';
import { sessionStore, type Notice } from '../../state/sessionStore';
import { formatNumber, text } from '../../texts/texts';
import { say } from '../notices';

/** A patch this wide holds some twenty hairs of a close shave: enough for a mean. Our choice. */
const PATCH_RADIUS_MM = 2;
const LEAST_RADIUS_PX = 4;

/** Proposes a pigment whenever the eyedropper has its two places. Called once. */
export function watchPicks(): void {
  sessionStore.subscribe(({ toolView }, before) => {
    const [hair, skin] = toolView.picked;
    if (toolView.picked !== before.toolView.picked && hair && skin) void proposePigment(hair, skin);
  });
}

async function proposePigment(hair: PhotoPoint, skin: PhotoPoint): Promise<void> {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  if (of === null || photo === undefined) return;
  const colours = await coloursAt(photo, [hair, skin]);
  setTool('select');
  const [stubble, bare] = colours;
  if (!stubble || !bare) {
    say('error', text('pick.unreadable'));
    return;
  }
  const design = activeDesign(of);
  if (design === undefined) return;
  const ownPigments = offeredPigments(design.treatment.ownPigments, preferences.getState().ownPigments);
  const request = { stubble, skin: bare, fill: design.fill, ownPigments };
  const match = matchColour(request);
  if (!match.ok) {
    say('error', text(`pick.${match.error.kind}`));
    return;
  }
  commit({ type: 'setTreatment', treatment: withMatch(design.treatment, match.value, bare, ownPigments) });
  const offer = match.value.matches ? undefined : ownPigmentOffer(request, match.value);
  say('info', sentence(match.value, ownPigments), offer);
}

/** Where no bottle comes near, an own pigment of just that colour; undefined where that would be no nearer. */
function ownPigmentOffer(request: MatchRequest, { dilution, deltaE }: ColourMatch): Notice['action'] {
  const made = pigmentToMatch(request, dilution);
  if (!made.ok || made.value.deltaE >= deltaE) return undefined;
  const { absorption } = made.value;
  return {
    label: text('pick.makeOwn'),
    run: () => {
      const of = caseStore.getState().case;
      const treatment = of === null ? undefined : activeDesign(of)?.treatment;
      if (treatment === undefined) return;
      const pigment = { id: crypto.randomUUID(), name: text('pick.ownName'), absorption };
      keepPigment(pigment);
      commit({
        type: 'setTreatment',
        treatment: withChoice({ kind: 'single', pigmentId: pigment.id }, treatment.ownPigments, [pigment]),
      });
    },
  };
}

/** Mean colours of patches of the untouched photo, in linear light. */
async function coloursAt(photo: Photo, places: readonly PhotoPoint[]): Promise<(Rgb | null)[]> {
  const rows = currentPicture()?.openRows() ?? null;
  if (rows === null) return [];
  const radius = Math.max(LEAST_RADIUS_PX, PATCH_RADIUS_MM / mmPerPx(photo).mmPerPx);
  try {
    const colours: (Rgb | null)[] = [];
    for (const { x, y } of places) {
      const first = Math.max(0, Math.floor(y - radius));
      const count = Math.min(rows.height, Math.ceil(y + radius)) - first;
      const rgba = await rows.read('before', first, count);
      colours.push(rgba === null ? null : meanOfPatch(new Uint8Array(rgba), rows.width, first, { x, y, radius }));
    }
    return colours;
  } finally {
    rows.close();
  }
}

/** The match takes the place of pigment and dilution; a skin type is proposed where none was chosen. */
function withMatch(
  treatment: Treatment,
  { pigment, dilution }: ColourMatch,
  bare: Rgb,
  offered: readonly OwnPigment[],
): Partial<Treatment> {
  const { plan, healing } = treatment;
  const proposed = proposeSkinType(bare);
  const type = healing.skin.type ?? (proposed.ok ? proposed.value.type : null);
  return {
    ...withChoice(pigment, treatment.ownPigments, offered),
    plan: { ...plan, sessions: plan.sessions.map((each) => ({ ...each, dilution })) },
    healing: { ...healing, skin: { ...healing.skin, type } },
  };
}

function sentence({ pigment, dilution, matches }: ColourMatch, own: readonly OwnPigment[]): string {
  const name = (id: string): string => own.find((each) => each.id === id)?.name ?? text(`pigment.names.${id}`);
  const mixed =
    pigment.kind === 'single'
      ? name(pigment.pigmentId)
      : text('pick.mixture', {
          first: name(pigment.firstId),
          second: name(pigment.secondId),
          percent: formatNumber(pigment.share * 100),
        });
  return text(matches ? 'pick.matched' : 'pick.nearest', { pigment: mixed, dilution: formatNumber(dilution) });
}
