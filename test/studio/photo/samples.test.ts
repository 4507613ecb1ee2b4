import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadSample, SAMPLE_VIEWS } from '../../../src/studio/photo/samples';

const front = {
  width: 2400,
  height: 3000,
  view: 'front',
  outline: { cx: 1200, cy: 1200, rx: 700, ry: 900, angleDeg: 0 },
  pose: { yawDeg: 0, pitchDeg: 0, rollDeg: 0, distanceMm: 1500 },
  midline: [
    { x: 1200, y: 300 },
    { x: 1200, y: 2400 },
  ],
  pupils: [
    { x: 1000, y: 1500 },
    { x: 1400, y: 1500 },
  ],
  mmPerPx: 0.11,
  hairline: [
    { x: 800, y: 800 },
    { x: 1200, y: 700 },
    { x: 1600, y: 800 },
  ],
};

const photoBytes = new Uint8Array(1000).fill(7);

function serve(answers: Readonly<Record<string, () => Response>>): void {
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    init.signal?.throwIfAborted();
    return Promise.resolve(
      answers[url.slice(import.meta.env.BASE_URL.length)]?.() ?? new Response(null, { status: 404 }),
    );
  });
}

const truths = (content: unknown) => () => new Response(JSON.stringify(content));
const photo = () => new Response(photoBytes, { headers: { 'content-type': 'image/jpeg', 'content-length': '1000' } });

afterEach(() => vi.unstubAllGlobals());

describe('the samples that come with the app', () => {
  it.each(SAMPLE_VIEWS)('describe the %s view in full', async (view) => {
    const described: unknown = JSON.parse(readFileSync('public/samples/samples.json', 'utf8'));
    serve({ 'samples/samples.json': truths(described), [`samples/${view}.jpg`]: photo });
    expect(await loadSample(view)).toMatchObject({ ok: true, value: { truth: { view } } });
  });
});

describe('a sample', () => {
  it('comes with its photo, what is known of it, and progress up to 1', async () => {
    serve({
      'samples/samples.json': truths([{ ...front, view: 'left', hairline: [] }, front]),
      'samples/front.jpg': photo,
    });
    const fractions: number[] = [];
    const loaded = await loadSample('front', { onProgress: (fraction) => fractions.push(fraction) });
    if (!loaded.ok) throw new Error(loaded.error.kind);
    expect(loaded.value.truth).toEqual(front);
    expect(new Uint8Array(await loaded.value.photo.arrayBuffer())).toEqual(photoBytes);
    expect(fractions.at(-1)).toBe(1);
  });

  it('tells the upper end of the midline first, and none where the view hides it', async () => {
    const upsideDown = { ...front, midline: front.midline.toReversed() };
    serve({
      'samples/samples.json': truths([upsideDown, { ...front, view: 'left', midline: null, glabella: null }]),
      'samples/front.jpg': photo,
      'samples/left.jpg': photo,
    });
    expect(await loadSample('front')).toMatchObject({ value: { truth: { midline: front.midline } } });
    expect(await loadSample('left')).toMatchObject({ value: { truth: { midline: [] } } });
  });

  it.each([
    ['the photo is missing', { 'samples/samples.json': truths([front]) }],
    ['the description is missing', { 'samples/front.jpg': photo }],
    [
      'the view is not described',
      { 'samples/samples.json': truths([{ ...front, view: 'left' }]), 'samples/front.jpg': photo },
    ],
    [
      'a figure is missing',
      { 'samples/samples.json': truths([{ ...front, mmPerPx: undefined }]), 'samples/front.jpg': photo },
    ],
    [
      "the server answers with the app's page",
      {
        'samples/samples.json': truths([front]),
        'samples/front.jpg': () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
      },
    ],
  ])('is refused where %s', async (_why, answers) => {
    serve(answers);
    expect(await loadSample('front')).toMatchObject({ ok: false, error: { kind: 'offlineSampleMissing' } });
  });

  it('is refused without a connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await loadSample('front')).toMatchObject({ ok: false, error: { kind: 'offlineSampleMissing' } });
  });

  it('is cancelled by its signal', async () => {
    serve({ 'samples/samples.json': truths([front]), 'samples/front.jpg': photo });
    expect(await loadSample('front', { signal: AbortSignal.abort() })).toMatchObject({ error: { kind: 'cancelled' } });
  });
});
