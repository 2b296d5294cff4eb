import { describe, expect, it } from 'vitest';
import { wheelTimes } from '../../src/ui/charts/wheel-times.ts';

const [pixels, lines] = [0, 1];

describe('a turn of the wheel', () => {
  it('away from the person looks closer, towards them farther, and back again', () => {
    const [closer, farther] = [-8, 8].map((deltaY) => wheelTimes({ deltaY, deltaMode: pixels }));
    expect(closer).toBeLessThan(1);
    expect((closer ?? 0) * (farther ?? 0)).toBeCloseTo(1, 12);
  });

  it('in many small parts, as a pinch on a trackpad is, does what it does at once', () => {
    const once = wheelTimes({ deltaY: 20, deltaMode: pixels });
    const part = wheelTimes({ deltaY: 2, deltaMode: pixels });
    expect(part ** 10).toBeCloseTo(once, 12);
  });

  it('by a notch is half a doubling, told in pixels or in lines', () => {
    expect(wheelTimes({ deltaY: 120, deltaMode: pixels })).toBeCloseTo(Math.SQRT2, 12);
    expect(wheelTimes({ deltaY: -3, deltaMode: lines })).toBeCloseTo(Math.SQRT1_2, 12);
  });
});
