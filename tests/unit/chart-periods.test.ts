import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { beginOfPeriod, byPeriod, periodFor, periods } from '../../src/app/calendar-periods.ts';

const zone = process.env.TZ;
const day = 24 * 60 * 60 * 1000;

afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** Clocks that go forward in March, in October, at midnight, by half an hour, and never. */
const zones = [
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Asia/Kathmandu',
] as const;

describe.each(zones)('in %s', (here) => {
  it('a period begins before all that is in it and ends after it', () => {
    process.env.TZ = here;
    fc.assert(
      fc.property(
        fc.constantFrom(...periods),
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) }),
        (period, at) => {
          const from = beginOfPeriod(period, at);
          const to = beginOfPeriod(period, at, 1);
          expect(from).toBeLessThanOrEqual(at);
          expect(to).toBeGreaterThan(at);
          expect(beginOfPeriod(period, from)).toBe(from);
          expect(beginOfPeriod(period, to)).toBe(to);
        },
      ),
    );
  });

  it('a week has seven days, also when clocks are changed in it', () => {
    process.env.TZ = here;
    for (let week = 0; week < 60; week += 1) {
      const at = Date.UTC(2018, 0, 3, 12) + week * 7 * day;
      const from = new Date(beginOfPeriod('week', at));
      const to = new Date(beginOfPeriod('week', at, 1));
      expect([from.getDay(), to.getDay()]).toEqual([1, 1]);
      const days = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
      expect(days(to) - days(from)).toBe(7 * day);
    }
  });
});

describe('things by their period', () => {
  it('are all there, in order, each in the period that it lies in', () => {
    const anyTimes = fc
      .array(fc.integer({ min: 0, max: 4000 }), { maxLength: 60 })
      .map((days) => days.toSorted((a, b) => a - b).map((on) => ({ at: on * day })));
    fc.assert(
      fc.property(anyTimes, fc.constantFrom(...periods), (things, period) => {
        const found = byPeriod(things, period);
        expect(found.flatMap((one) => one.things)).toEqual(things);
        for (const [index, { from, to, things: own }] of found.entries()) {
          expect(own.every(({ at }) => at >= from && at < to)).toBe(true);
          expect(from).toBeGreaterThanOrEqual(found[index - 1]?.to ?? -Infinity);
        }
      }),
    );
  });

  it('are taken together no more than room asks for', () => {
    expect(periodFor(10 * 7 * day, 10)).toBe('week');
    expect(periodFor(11 * 7 * day, 10)).toBe('month');
    expect(periodFor(3650 * day, 50)).toBe('quarter');
    expect(periodFor(36500 * day, 50)).toBe('year');
  });
});
