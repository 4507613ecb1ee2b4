import { describe, expect, it } from 'vitest';
import { photoFromDrop, photoFromPaste } from '../../../src/studio/photo/sources';

/** As the browser hands files over: a list by index and length. */
function fileList(...files: File[]): FileList {
  return Object.assign(files, { item: (index: number) => files[index] ?? null });
}

const notes = new File(['notes'], 'notes.txt', { type: 'text/plain' });
const photo = new File(['a'], 'head.jpg', { type: 'image/jpeg' });
const untyped = new File(['b'], 'IMG_0001.HEIC');

describe('a drop', () => {
  it('of several files takes the first that seems a photo and says how many are passed over', () => {
    expect(photoFromDrop({ files: fileList(notes, untyped, photo) })).toEqual({
      ok: true,
      value: { file: untyped, passedOver: 2 },
    });
  });

  it('of one file of any kind hands it on, for its bytes to decide', () => {
    expect(photoFromDrop({ files: fileList(notes) })).toEqual({ ok: true, value: { file: notes, passedOver: 0 } });
  });

  it('of a link or a text is not a photo', () => {
    expect(photoFromDrop({ files: fileList() })).toMatchObject({ ok: false, error: { kind: 'notAPhoto' } });
    expect(photoFromDrop(null)).toMatchObject({ ok: false, error: { kind: 'notAPhoto' } });
  });
});

describe('a paste', () => {
  const paste = (...files: File[]): ReturnType<typeof photoFromPaste> =>
    photoFromPaste({ clipboardData: { files: fileList(...files) } });

  it('of a photo is taken', () => expect(paste(photo)).toEqual({ file: photo, passedOver: 0 }));

  it('of text or other files is left to the page', () => {
    expect(paste()).toBeUndefined();
    expect(paste(notes)).toBeUndefined();
    expect(photoFromPaste({ clipboardData: null })).toBeUndefined();
  });
});
