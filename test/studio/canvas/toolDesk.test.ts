import { beforeEach, expect, it } from 'vitest';
import { applyEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import { overlayModel } from '../../../src/studio/canvas/overlay/overlayModel';
import { setTool } from '../../../src/studio/canvas/toolDesk';
import { caseStore, replaceCase } from '../../../src/studio/state/caseStore';
import { sessionStore, TOOL_IDS } from '../../../src/studio/state/sessionStore';
import { LINE, PHOTO } from '../../core/tools/desk';

const opened = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }), {
  type: 'addPhoto',
  photo: PHOTO,
});

beforeEach(() => {
  replaceCase(applyEdit(opened, { type: 'setHairline', areaId: 'line', photoId: PHOTO.id, points: LINE }));
  sessionStore.setState({ ...sessionStore.getInitialState(), overlayHidden: true });
});

const shownHandles = () => overlayModel(caseStore.getState().case, sessionStore.getState())?.handles.length;

it('shows the hairline’s handles with the tools that take hold of them alone', () => {
  const shown = TOOL_IDS.filter((tool) => {
    setTool(tool);
    return shownHandles() === LINE.length;
  });
  expect(shown).toEqual(['select', 'hand', 'hairline', 'smooth']);
});

it('brings the lines and its own controls with the head’s tool, and with no other', () => {
  setTool('brush');
  expect(sessionStore.getState()).toMatchObject({ overlayHidden: true, section: 'dots' });
  setTool('head');
  expect(sessionStore.getState()).toMatchObject({ overlayHidden: false, section: 'head' });
});
