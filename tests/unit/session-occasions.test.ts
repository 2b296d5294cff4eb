import { describe, expect, test } from 'vitest';
import { minuteOfDay } from '../../src/app/intl.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { lastSetUp, lastSetUpIn, occasionOf } from '../../src/core/session/occasions.ts';
import type { Result, Session } from '../../src/core/session/session.ts';
import type { SetUp } from '../../src/core/session/set-up.ts';
import { bend, raise, unmeasured } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { goodSetUp } from '../helpers/set-ups.ts';

const left = { test: 'slr', side: 'left' } as const;

function raised(change: Partial<SetUp> = {}): Result {
  return { ...raise('left', 70), setUp: { ...goodSetUp, ...change } };
}

function onDay(day: number, results: readonly Result[], change: Partial<Session> = {}): Session {
  return { ...sessionOn(day, results), ...change };
}

describe('How a result came about', () => {
  test('knows the hour on the clocks where it was done', () => {
    const session = onDay(0, [], {
      startedAt: Date.UTC(2026, 2, 1, 12),
      timeZone: 'America/St_Johns',
    });
    expect(occasionOf(session, raised(), minuteOfDay).minuteOfDay).toBe(8 * 60 + 30);
  });

  test('does not know the hour of a video', () => {
    const session = onDay(0, [], { origin: 'video' });
    expect(occasionOf(session, raised(), minuteOfDay).minuteOfDay).toBeNull();
  });
});

describe('The last set-up', () => {
  test('is that of the newest number of the same test and side', () => {
    const sessions = [
      onDay(9, [unmeasured(left, 'knee-bent'), { ...bend(80), setUp: goodSetUp }]),
      onDay(5, [raised({ yaw: degrees(9) })]),
      onDay(1, [raised()]),
    ];
    expect(lastSetUp(sessions, left)?.yaw).toBe(9);
    expect(lastSetUpIn(sessions, left)).toBe(sessions[1]);
    expect(lastSetUp(sessions, { test: 'slr', side: 'right' })).toBeNull();
  });

  test('is never one that a video was filmed in', () => {
    const sessions = [onDay(1, [raised()]), onDay(5, [raised()], { origin: 'video' })];
    expect(lastSetUp(sessions, left)).toEqual(goodSetUp);
    expect(lastSetUp(sessions.slice(1), left)).toBeNull();
  });

  test('is not there where no session has kept one', () => {
    expect(lastSetUp([onDay(1, [raise('left', 70)])], left)).toBeNull();
    expect(lastSetUpIn([onDay(1, [raise('left', 70)])], left)).toBeNull();
  });
});
