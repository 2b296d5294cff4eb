import { describe, expect, test } from 'vitest';
import { FrameClock } from '../../src/pose/frame-clock.ts';

describe('The clock of a camera', () => {
  test('tells when a frame was taken, not when it was shown', () => {
    expect(new FrameClock().read({ captureTime: 5020, mediaTime: 1 })).toBe(5020);
  });

  test('tells the time of the stream where the browser knows no other', () => {
    const clock = new FrameClock();
    expect(clock.read({ mediaTime: 0.5 })).toBe(500);
    expect(clock.read({ mediaTime: 0.54 })).toBe(540);
  });

  test('stays the same clock when the browser leaves a time out', () => {
    const clock = new FrameClock();
    clock.read({ captureTime: 5000, mediaTime: 1 });
    expect(clock.read({ mediaTime: 1.04 })).toBe(5040);
  });

  test('does not go back, and does not stand still', () => {
    const clock = new FrameClock();
    clock.read({ captureTime: 5000, mediaTime: 1 });
    expect(clock.read({ captureTime: 5000, mediaTime: 1 })).toBe(null);
    expect(clock.read({ captureTime: 4990, mediaTime: 1.03 })).toBe(null);
    expect(clock.read({ captureTime: 5033, mediaTime: 1.06 })).toBe(5033);
  });
});
