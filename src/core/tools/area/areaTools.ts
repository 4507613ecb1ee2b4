import { PLAIN_AREA, type HairArea, type Rings } from '../../design/area';
import { PURPOSE_DEFAULTS } from '../../design/zonePurposes';
import { outlineTool } from '../outlineTool';

/** Draws a zone to be dotted, with the defaults of the purpose that is set. */
export const zoneTool = outlineTool({
  kind: 'zone',
  hint: 'hint.zone',
  area: (id, rings, { photo, craft: { purpose } }) => ({
    ...PLAIN_AREA,
    ...PURPOSE_DEFAULTS[purpose],
    kind: 'zone',
    purpose,
    id,
    photoId: photo.id,
    rings,
  }),
});

const EXCLUSION_EDGE_MM = 2; // our choice: soft enough not to be seen as a cut

/** Draws where nothing is dotted. */
export const excludeTool = outlineTool({
  kind: 'exclusion',
  hint: 'hint.exclude',
  area: (id, rings, { photo }) => ({
    kind: 'exclusion',
    id,
    photoId: photo.id,
    name: '',
    hidden: false,
    locked: false,
    rings,
    edgeMm: EXCLUSION_EDGE_MM,
  }),
});

const HAIR_BLEND_MM = 8; // our choice: about the width of a soft edge at a hairline

/** A new area of hair that stands, within these rings of a photo. */
export const standingHair = (id: string, photoId: string, rings: Rings): HairArea => ({
  kind: 'hair',
  id,
  photoId,
  name: '',
  hidden: false,
  locked: false,
  rings,
  blendMm: HAIR_BLEND_MM,
});

/** Draws around hair that stands. */
export const hairTool = outlineTool({
  kind: 'hair',
  hint: 'hint.hair',
  area: (id, rings, { photo }) => standingHair(id, photo.id, rings),
});
