import { describe, expect, test } from 'vitest';
import { Progress } from '../../src/app/progress.svelte.ts';
import type { Session } from '../../src/core/session/session.ts';
import { raise } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';

/** 1 March and 29 May 2026; now is 20 June. */
const old = sessionOn(0, [raise('left', 58)]);
const recent = sessionOn(89, [raise('left', 62)]);
const now = new Date(2026, 5, 20, 9).getTime();

function progressOver(sessions: readonly Session[]): Progress {
  return new Progress({ sessions, isRead: true }, { entries: [], targets: [], person: null }, now);
}

function days(progress: Progress): readonly number[] {
  return progress.tests(null).flatMap(({ progress: { visits } }) => visits.map(({ at }) => at));
}

describe('The range of progress', () => {
  test('is everything at first, as far as the checks go', () => {
    const progress = progressOver([old, recent]);
    expect(progress.range).toBe('all');
    expect(progress.span).toBeNull();
    expect(days(progress)).toEqual([old.startedAt, recent.startedAt]);
  });

  test('of three months ends now and leaves out what is older', () => {
    const progress = progressOver([old, recent]);
    progress.chooseRange('months');
    expect(progress.span).toEqual([new Date(2026, 2, 20, 9).getTime(), now]);
    expect(days(progress)).toEqual([recent.startedAt]);
  });

  test('need not be chosen while nothing is older', () => {
    expect(progressOver([recent]).ranges).toEqual([]);
    expect(progressOver([old, recent]).ranges).toEqual(['months', 'all']);
    const ancient = sessionOn(-400, [raise('left', 50)]);
    expect(progressOver([ancient, recent]).ranges).toEqual(['months', 'year', 'all']);
  });

  test('of a year ends now and leaves out what is older', () => {
    const ancient = sessionOn(-400, [raise('left', 50)]);
    const progress = progressOver([ancient, old, recent]);
    progress.chooseRange('year');
    expect(progress.span).toEqual([new Date(2025, 5, 20, 9).getTime(), now]);
    expect(days(progress)).toEqual([old.startedAt, recent.startedAt]);
  });

  test('has what was written down in it', () => {
    const entries = [0, 100].map((day) => ({
      id: String(day),
      at: old.startedAt + day * 24 * 60 * 60 * 1000,
      note: 'x',
      minutes: null,
      pain: null,
    }));
    const progress = new Progress(
      { sessions: [recent], isRead: true },
      { entries, targets: [], person: null },
      now,
    );
    expect(progress.tests(null)[0]?.progress.moments).toHaveLength(3);
    progress.chooseRange('months');
    expect(progress.tests(null)[0]?.progress.moments).toHaveLength(2);
  });

  test('falls back to all tests when the one asked for was never done', () => {
    expect(
      progressOver([recent])
        .tests('ake')
        .map(({ test: id }) => id),
    ).toEqual(['slr']);
  });
});
