import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakText, workstationWords } from '../../src/app/habit-words.ts';
import {
  breakBasis,
  breakEvery,
  isQuiet,
  nextBreak,
  type QuietHours,
} from '../../src/core/advice/breaks.ts';
import { workstation, workstationIds } from '../../src/core/advice/workstation.ts';
import { isFact } from '../../src/core/evidence/grade.ts';
import { start } from '../helpers/safety.ts';

const never: QuietHours = { from: 0, until: 0 };
const night: QuietHours = { from: 22 * 60, until: 7 * 60 };
const minute = 60_000;

/** In how many minutes the next break is due for a person who moved at a minute of the day. */
function wait(minuteOfDay: number, every: number, quiet: QuietHours): number {
  return (nextBreak({ movedAt: start, minuteOfDay, every, quiet }) - start) / minute;
}

describe('quiet hours', () => {
  it.each([
    [night, 22 * 60, true],
    [night, 3 * 60, true],
    [night, 7 * 60, false],
    [night, 12 * 60, false],
    [{ from: 12 * 60, until: 13 * 60 }, 12 * 60 + 30, true],
    [{ from: 12 * 60, until: 13 * 60 }, 13 * 60, false],
    [never, 0, false],
  ])('%o at minute %i: %s', (quiet, at, is) => {
    expect(isQuiet(at, quiet)).toBe(is);
  });
});

describe('the next break', () => {
  it('is so many minutes after the person moved', () => {
    expect(wait(9 * 60, 45, never)).toBe(45);
    expect(wait(23 * 60 + 50, 30, never)).toBe(30);
  });

  it('keeps to 30 to 60 minutes, whatever was set', () => {
    expect(wait(9 * 60, 5, never)).toBe(breakEvery.least);
    expect(wait(9 * 60, 500, never)).toBe(breakEvery.most);
  });

  it('waits for the end of the quiet hours', () => {
    expect(wait(21 * 60 + 30, 30, night)).toBe(30 + 9 * 60);
    expect(wait(21 * 60 + 30, 60, night)).toBe(9 * 60 + 30);
    expect(wait(6 * 60 + 30, 30, night)).toBe(30);
  });

  it('is never in the quiet hours, never sooner than asked and never a day later', () => {
    const anyMinute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        anyMinute,
        fc.integer({ min: 30, max: 60 }),
        fc.record({ from: anyMinute, until: anyMinute }),
        (at, every, quiet) => {
          const minutes = wait(at, every, quiet);
          expect(isQuiet((at + minutes) % 1440, quiet)).toBe(false);
          expect(minutes).toBeGreaterThanOrEqual(every);
          expect(minutes).toBeLessThan(every + 1440);
        },
      ),
    );
  });
});

describe('the words for the day', () => {
  it('name the span and rest on something that was seen', () => {
    expect(breakText()).toContain('every 30 to 60 minutes');
    expect(isFact(breakBasis.grade)).toBe(true);
  });

  it.each(workstationIds)('have a line for %s with its source', (id) => {
    expect(workstationWords[id]()).toMatch(/^[A-Z].*[^.]$/);
    expect(isFact(workstation[id].grade) && workstation[id].sources.length > 0).toBe(true);
  });
});
