import { describe, expect, it } from 'vitest';
import { paperOf } from '../../src/app/papers.ts';
import { reportView } from '../../src/app/report-view.ts';
import { shareableOf, type Kept } from '../../src/app/shareable.ts';
import type { Aftermath, Practice } from '../../src/core/advice/practice.ts';
import type { Told } from '../../src/core/safety/told.ts';
import { isComparable } from '../../src/core/session/usual-occasion.ts';
import { sharedOf } from '../../src/share/choose.ts';
import { sharedIn } from '../../src/share/read-content.ts';
import { reportOf } from '../../src/share/report.ts';
import { ada, sharedWhole, stamp, tenWeeks, whole } from '../helpers/shared.ts';

const evening = Date.UTC(2026, 2, 20, 19);

function id(number: number): string {
  return `01a0a945-0a00-7000-8000-${String(number).padStart(12, '0')}`;
}

const practice: Practice = {
  id: id(1),
  at: evening,
  worked: [
    { exercise: 'calf', side: 'left', seconds: 60 },
    { exercise: 'toe-touch', side: null, seconds: 30 },
    { exercise: 'calf', side: 'right', seconds: 45 },
  ],
};

function aftermath(number: number, minutes: number, told: Partial<Aftermath>): Aftermath {
  return {
    id: id(number),
    practiceId: practice.id,
    at: evening + 60_000 * minutes,
    asked: 'after',
    pain: null,
    compared: null,
    ...told,
  };
}

/** What is kept of Ada, with a time of exercising and what was told of it. */
function kept(change: Partial<Kept> = {}): Kept {
  const { person, sessions, diary } = tenWeeks();
  return {
    person,
    sessions,
    diary,
    practices: [],
    aftermaths: [],
    told: [],
    stills: [],
    ...change,
  };
}

describe('what can be shared of what is kept', () => {
  it('has each exercise of a time of exercising once, both sides together', () => {
    const { log } = shareableOf(kept({ practices: [practice] }));
    expect(log.map(({ exercise, seconds, at }) => [exercise, seconds, at])).toEqual([
      ['calf', 105, evening],
      ['toe-touch', 30, evening],
    ]);
  });

  it('tells how it was as it was told last, and nothing of other times', () => {
    const aftermaths = [
      aftermath(5, 9, { pain: 3, compared: 'worse' }),
      aftermath(4, 2, { pain: 1, compared: 'same' }),
      aftermath(6, 700, { asked: 'next-morning', pain: 7, compared: 'same' }),
      aftermath(7, 800, { practiceId: id(2), pain: 9, compared: 'worse' }),
    ];
    const { log } = shareableOf(kept({ practices: [practice], aftermaths }));
    expect(log[0]).toMatchObject({ after: 'worse', nextMorning: 'same', pain: 3 });
    const untold = shareableOf(kept({ practices: [practice] })).log[0];
    expect(untold).toMatchObject({ after: null, nextMorning: null, pain: null });
  });

  it('has the corrections that count, and no others', () => {
    const { sessions, corrections } = tenWeeks();
    expect(shareableOf(kept()).corrections).toEqual(corrections);
    const automatic = sessions.map((session) => ({
      ...session,
      results: session.results.map((result) => ({ ...result, corrections: [] })),
    }));
    expect(shareableOf(kept({ sessions: automatic })).corrections).toEqual([]);
  });

  it('has the answers of the safety questions, not what was told after a check', () => {
    const answered: Told = {
      kind: 'answered',
      id: id(11),
      at: evening,
      answers: { flags: [], readiness: null, pain: 0 },
    };
    const told: readonly Told[] = [
      answered,
      { kind: 'pain-after', id: id(12), at: evening, sessionId: id(13), pain: 2 },
      { kind: 'felt', id: id(14), at: evening, sessionId: id(13), side: 'left', places: [] },
    ];
    expect(shareableOf(kept({ told })).safety).toEqual([answered]);
  });

  it('is read by whoever gets it', () => {
    const all = shareableOf(
      kept({ practices: [practice], aftermaths: [aftermath(4, 2, { pain: 1 })] }),
    );
    const shared = sharedOf(all, whole, stamp);
    expect(sharedIn(JSON.parse(JSON.stringify(shared)))).toEqual(shared);
    expect(shared.log).toHaveLength(2);
    expect(shared.person.id).toBe(ada.id);
  });
});

describe('the report on the screen', () => {
  it('draws every number of the report, hollow where it cannot be compared', () => {
    const shared = sharedWhole();
    const { tests } = reportOf(shared);
    const { charts } = reportView(shared);
    expect(charts.map(({ progress }) => progress.test)).toEqual(tests.map(({ test }) => test));
    for (const [index, { sides }] of tests.entries()) {
      const drawn = charts[index]!.progress.series;
      expect(drawn.map(({ side, band }) => [side, band])).toEqual(
        sides.map(({ step, band }) => [step.side, band]),
      );
      expect(
        drawn.map(({ points }) =>
          points.map(({ at, estimate, comparison }) => [at, estimate, isComparable(comparison)]),
        ),
      ).toEqual(
        sides.map(({ points }) =>
          points.map(({ at, estimate, odd }) => [at, estimate, odd === null]),
        ),
      );
    }
    const hollow = charts.flatMap(({ progress }) =>
      progress.series.flatMap(({ points }) =>
        points.filter(({ comparison }) => !isComparable(comparison)),
      ),
    );
    expect(hollow.length).toBeGreaterThan(0);
  });

  it('names each mark apart, also where a stranger gives two visits one name', () => {
    const { sessions, ...rest } = sharedWhole();
    const twice = sessions.map((session) => ({ ...session, id: id(77), startedAt: evening }));
    const { charts } = reportView({ ...rest, sessions: twice });
    for (const { points } of charts.flatMap(({ progress }) => progress.series)) {
      expect(new Set(points.map(({ sessionId }) => sessionId)).size).toBe(points.length);
    }
  });
});

describe('the paper of a region', () => {
  it('is Letter where that is usual, A4 elsewhere and where nothing is known', () => {
    expect(['US', 'CA', 'MX'].map(paperOf)).toEqual(['letter', 'letter', 'letter']);
    expect(['DE', 'GB', 'JP', null].map(paperOf)).toEqual(['a4', 'a4', 'a4', 'a4']);
  });
});
