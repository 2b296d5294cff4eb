import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { momentDay } from '../../src/app/progress-words.ts';
import type { TestProgress } from '../../src/app/progress-view.ts';
import { paceAt } from '../../src/core/session/pace.ts';
import { raise } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { progressIn } from '../helpers/progress.ts';

const device = process.env.TZ;
const hour = 60 * 60 * 1000;
const now = Date.UTC(2026, 11, 1);

afterAll(() => {
  if (device === undefined) delete process.env.TZ;
  else process.env.TZ = device;
});

/**
 * Sunday evenings at half past eleven on the clocks of a place, over the weeks in which its clocks change: UTC times
 * of the first one, and of the weeks whose hour is another one.
 */
const places = [
  // Back on 25 October 2026 at three in the morning.
  { zone: 'Europe/Berlin', first: Date.UTC(2026, 9, 4, 21, 30), shift: [3, hour] },
  // Back on 1 November 2026 at two in the morning.
  { zone: 'America/New_York', first: Date.UTC(2026, 9, 12, 3, 30), shift: [3, hour] },
  // Forward on 4 October 2026.
  { zone: 'Australia/Sydney', first: Date.UTC(2026, 8, 20, 13, 30), shift: [2, -hour] },
  // Forward on 4 October 2026, by half an hour only.
  { zone: 'Australia/Lord_Howe', first: Date.UTC(2026, 8, 20, 13, 0), shift: [2, -hour / 2] },
  // Never.
  { zone: 'Asia/Kathmandu', first: Date.UTC(2026, 9, 4, 17, 45), shift: [0, 0] },
] as const;

const values = [60, 62, 64, 66, 68, 70];

function weeksIn({ zone, first, shift: [from, by] }: (typeof places)[number]): TestProgress {
  const [progress] = progressIn(
    values.map((value, week) => ({
      ...sessionOn(week, [raise('left', value)]),
      startedAt: first + week * 7 * 24 * hour + (week >= from ? by : 0),
      timeZone: zone,
    })),
  );
  if (progress === undefined) throw new Error('There is progress in this test');
  return progress;
}

describe.each(places)('Sunday evenings in $zone, over a change of the clocks,', (place) => {
  // Wherever the person is when they look at it.
  describe.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])('seen in %s', (here) => {
    beforeEach(() => {
      process.env.TZ = here;
    });

    it('are days of their own place, seven apart', () => {
      const { moments } = weeksIn(place);
      const days = moments.map((_, index) => {
        const [, month = '', dayOfMonth = ''] =
          /(\w+) (\d+)/.exec(momentDay(moments, index, now)) ?? [];
        return Date.parse(`${dayOfMonth} ${month} 2026 UTC`);
      });
      for (const at of days) expect(new Date(at).getUTCDay()).toBe(0);
      for (const [index, at] of days.slice(1).entries()) {
        expect(at - (days[index] ?? NaN)).toBe(7 * 24 * hour);
      }
    });

    it('have a trend by the time that truly went by', () => {
      const { series } = weeksIn(place);
      const trend = series[0]?.trend;
      // Two degrees a week but for the hour that one of the weeks is longer or shorter.
      expect(trend?.slope).toBeCloseTo(2, 2);
      expect(trend?.line.squaresLeft).toBeLessThan(0.01);
    });

    it('are the same week of the way whatever clocks did', () => {
      const { start, moments } = weeksIn(place);
      // An hour later, as a week may be an hour short.
      const weeks = moments.map(({ at }) => paceAt(start ?? NaN, at + hour).week);
      expect(weeks).toEqual([1, 2, 3, 4, 5, 6]);
    });
  });
});
