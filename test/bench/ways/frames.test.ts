import { describe, expect, test } from 'vitest';
import { takeFrames, type FrameHost } from './frames';

function hostOf(): { host: FrameHost; asked: FrameRequestCallback[]; cancelled: number[] } {
  const asked: FrameRequestCallback[] = [];
  const cancelled: number[] = [];
  const host = {
    requestAnimationFrame: (callback: FrameRequestCallback) => asked.push(callback),
    cancelAnimationFrame: (handle: number) => void cancelled.push(handle),
  };
  return { host, asked, cancelled };
}

describe('held frames', () => {
  test('wait until the bench runs them; those they ask for wait for the next run', () => {
    const { host, asked } = hostOf();
    const frames = takeFrames(host, () => 5);
    const ran: string[] = [];
    frames.hold();
    host.requestAnimationFrame((now) => {
      ran.push(`first at ${String(now)}`);
      host.requestAnimationFrame(() => ran.push('second'));
    });
    expect(ran).toEqual([]);
    frames.run();
    expect(ran).toEqual(['first at 5']);
    frames.run();
    expect(ran).toEqual(['first at 5', 'second']);
    expect(asked).toHaveLength(0);
  });

  test("go to the page's next frame when they are released", () => {
    const { host, asked } = hostOf();
    const frames = takeFrames(host, () => 0);
    frames.hold();
    host.requestAnimationFrame(() => undefined);
    frames.release();
    host.requestAnimationFrame(() => undefined);
    expect(asked).toHaveLength(2);
  });

  test('can be cancelled, and others than held ones are cancelled at the page', () => {
    const { host, asked, cancelled } = hostOf();
    const frames = takeFrames(host, () => 0);
    const own = host.requestAnimationFrame(() => undefined);
    frames.hold();
    host.cancelAnimationFrame(host.requestAnimationFrame(() => undefined));
    host.cancelAnimationFrame(own);
    frames.release();
    expect(asked).toHaveLength(1);
    expect(cancelled).toEqual([own]);
  });
});
