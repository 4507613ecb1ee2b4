import { describe, expect, it } from 'vitest';
import { landmarksOf } from '../../../../src/core/head/guides/face';
import { headInPhoto } from '../../../../src/core/head/guides/headInPhoto';
import type { Landmark } from '../../../../src/core/head/headPhoto';
import { hairlineTool } from '../../../../src/core/tools/hairline/hairlineTool';
import { selectTool } from '../../../../src/core/tools/selectTool';
import type { ToolSetting } from '../../../../src/core/tools/tool';
import { Desk } from '../desk';

/** A desk on which guides are shown, and so the landmarks that they are made from. */
class GuidedDesk<State> extends Desk<State> {
  get landmarks(): readonly Landmark[] {
    const head = headInPhoto(this.photo);
    return head === null ? [] : landmarksOf(this.photo, head);
  }

  override get setting(): ToolSetting {
    return { ...super.setting, landmarks: this.landmarks };
  }

  at(name: Landmark['name']): Landmark {
    const found = this.landmarks.find((each) => each.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  }
}

describe('landmarks under the Select tool', () => {
  it('are confirmed where a drag puts them, in one step that undo takes back', () => {
    const desk = new GuidedDesk(selectTool);
    const { at, confirmed } = desk.at('menton');
    expect(confirmed).toBe(false);
    desk.hover(at.x, at.y);
    expect(desk.view.hint).toBe('hint.overLandmark');
    desk.press(at.x, at.y);
    desk.drag(at.x + 12, at.y - 30);
    expect(desk.commits).toEqual([]);
    desk.drag(at.x + 20, at.y - 40);
    desk.release(at.x + 20, at.y - 40);
    expect(desk.undoSteps).toBe(1);
    expect(desk.photo.landmarks).toEqual([{ name: 'menton', at: { x: at.x + 20, y: at.y - 40 }, confirmed: true }]);
  });

  it('stay on the photo, and leave no trace of a drag that is taken back', () => {
    const desk = new GuidedDesk(selectTool);
    const { at } = desk.at('glabella');
    desk.press(at.x, at.y);
    desk.drag(-500, 99_999);
    desk.send({ type: 'cancel' });
    expect([desk.draft, desk.photo.landmarks]).toEqual([null, []]);
    desk.press(at.x, at.y);
    desk.drag(-500, 99_999);
    desk.release(-500, 99_999);
    expect(desk.photo.landmarks[0]?.at).toEqual({ x: 0, y: desk.photo.height });
  });

  it('are moved once more without a second of their name', () => {
    const desk = new GuidedDesk(selectTool);
    for (let i = 0; i < 2; i++) {
      const { at } = desk.at('subnasale');
      desk.press(at.x, at.y);
      desk.drag(at.x + 15, at.y);
      desk.release(at.x + 15, at.y);
    }
    expect(desk.photo.landmarks).toHaveLength(1);
  });

  it('are out of reach of the Hairline tool, and where no guide is shown', () => {
    const plain = new Desk(selectTool);
    const guided = new GuidedDesk(hairlineTool);
    const { at } = guided.at('menton');
    plain.hover(at.x, at.y);
    expect(plain.view.hover).toBeNull();
    guided.hover(at.x, at.y);
    expect(guided.view.hover).toBeNull();
  });
});
