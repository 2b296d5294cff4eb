import { describe, expect, it } from 'vitest';
import { paceAt } from '../../src/core/session/pace.ts';
import { daysBetween, weeksBetween } from '../../src/core/session/time.ts';

const start = Date.UTC(2026, 2, 1, 12);
const day = 24 * 60 * 60 * 1000;

describe('the pace that can be expected', () => {
  it.each([
    [0, 1, true],
    [6.9, 1, true],
    [7, 2, true],
    [27.9, 4, true],
    [28, 5, false],
    [400, 58, false],
  ])('after %f days is that of week %i', (days, week, isEarly) => {
    const pace = paceAt(start, start + days * day);
    expect(pace).toEqual({ week, isEarly, compareFrom: start + 28 * day });
  });

  it('is that of the first week when the clock was set back', () => {
    expect(paceAt(start, start - 3 * day).week).toBe(1);
  });

  it('counts days of 24 hours, parts of them too', () => {
    expect(daysBetween(start, start + 1.5 * day)).toBe(1.5);
    expect(weeksBetween(start, start + 3.5 * day)).toBe(0.5);
  });
});
