import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/core/session/session.ts';
import { checked, recordOf, rowOf } from '../../src/store/records.ts';
import { joined, tracesOf } from '../../src/store/traces.ts';
import { anySession } from '../helpers/any-record.ts';
import { oldRowOf, oldTracesOf } from '../helpers/old-rows.ts';
import { legRaise, sessionOn, untold } from '../helpers/sessions.ts';
import { goodSetUp } from '../helpers/set-ups.ts';

/** What a person gets back of a session that went to the disk and came from there. */
function storedAndRead(session: Session): Session {
  const [row, traces] = structuredClone([rowOf(session), tracesOf(session) ?? undefined]);
  const record = recordOf(row);
  if (record.kind !== 'session') throw new Error(JSON.stringify(record));
  return joined(record.session, traces);
}

test('a session comes back from its rows as it was', () => {
  fc.assert(
    fc.property(anySession, (session) => {
      expect(checked(session)).toEqual(session);
      expect(storedAndRead(checked(session))).toEqual(session);
    }),
  );
});

test('a session of before schema 5 reads as the same session does now', () => {
  fc.assert(
    fc.property(anySession, (session) => {
      const [row, traces]: unknown[] = structuredClone([oldRowOf(session), oldTracesOf(session)]);
      const old = recordOf(row);
      expect(old).toEqual(recordOf(rowOf(session)));
      if (old.kind === 'session') expect(joined(old.session, traces)).toEqual(session);
    }),
  );
});

test('the row of a session has its outlines and curves as numbers, the curves only where there are any', () => {
  fc.assert(
    fc.property(anySession, (session) => {
      const text = JSON.stringify(rowOf(session), (_, value: unknown) =>
        value instanceof Float64Array ? value.length : value,
      );
      expect(text).not.toContain('left-hip');
      const curves = session.results.flatMap(({ trials }) =>
        trials.flatMap((trial) => (trial.kind === 'measured' ? trial.trace : [])),
      );
      const numbers = tracesOf(session)
        ?.traces.flat(1)
        .flatMap((curve) => [...curve]);
      const wanted = curves.flatMap(({ at, angle }) => [at, angle]);
      expect(numbers ?? []).toEqual(wanted);
      expect(numbers === undefined).toBe(wanted.length === 0);
    }),
  );
});

describe('a row that cannot be read', () => {
  const row = rowOf(sessionOn(0));

  test('is told of by its key and the place of the fault', () => {
    const damaged = {
      ...row,
      results: [{ test: 'splits', side: null, estimate: null, trials: [], ...untold }],
    };
    expect(recordOf(damaged)).toMatchObject({
      kind: 'damaged',
      damage: { id: sessionOn(0).id, problem: expect.stringContaining('results.0.test') as string },
    });
  });

  test.each([
    ['a key that nobody wrote', { ...row, weight: 80 }],
    ['a kind from the future', { ...row, kind: 'wish' }],
    ['the kind of another record', { ...row, kind: 'correction' }],
    ['a time zone that does not exist', { ...row, timeZone: 'Europe/Atlantis' }],
    ['a time beyond the calendar', { ...row, startedAt: 1e17 }],
    ['an id of another sort', { ...row, id: '1' }],
    ['an infinite number', { ...row, results: [resultWith(Number.POSITIVE_INFINITY, 4)] }],
    ['a negative uncertainty', { ...row, results: [resultWith(70, -1)] }],
    ['half a point too little in an outline', outlined((whole) => whole.slice(1))],
    ['a point too many in an outline', outlined((whole) => Float64Array.of(...whole, 0, 0))],
    ['no number in an outline', outlined((whole) => whole.with(3, Number.NaN))],
    ['an infinite number in an outline', outlined((whole) => whole.with(0, Infinity))],
    ['an outline of less exact numbers', outlined((whole) => Float32Array.from(whole))],
    ['an outline in a list', outlined((whole) => [...whole])],
    ['no outline', outlined(() => null)],
  ])('has %s', (_, damaged) => {
    expect(recordOf(damaged).kind).toBe('damaged');
  });

  test('never throws, whatever lies in the database', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (anything) => {
        expect(recordOf(anything).kind).toBe('damaged');
      }),
    );
  });
});

test('a session whose curves are lost keeps its numbers', () => {
  const record = recordOf(rowOf(sessionOn(0)));
  if (record.kind !== 'session') throw new Error('expected a session');
  const session = joined(record.session, { id: 'x', traces: 'gone' });
  expect(session.results[0]?.estimate).toEqual(sessionOn(0).results[0]?.estimate);
  expect(session.results[0]?.trials[0]).toMatchObject({ kind: 'measured', trace: [] });
});

test.each([
  ['half a point', Float64Array.of(0, 70, 33)],
  ['no number', Float64Array.of(0, Number.NaN)],
])('a session whose curves have %s keeps its numbers', (_, curve) => {
  const session = sessionOn(0);
  const record = recordOf(rowOf(session));
  if (record.kind !== 'session') throw new Error('expected a session');
  const found = joined(record.session, { id: session.id, traces: [[curve, new Float64Array()]] });
  expect(found).toEqual(record.session);
});

test('a session that is not fit to be stored is refused before it is written', () => {
  expect(() => checked({ ...sessionOn(0), startedAt: Number.NaN })).toThrow();
});

/** A row whose outline was changed. */
function outlined(change: (whole: Float64Array) => unknown): object {
  const session = sessionOn(0, [{ ...legRaise(70), setUp: goodSetUp }]);
  const row = rowOf(session) as { results: { setUp: { outline: Float64Array } }[] };
  const [result] = row.results;
  const setUp = { ...result!.setUp, outline: change(result!.setUp.outline) };
  return { ...row, results: [{ ...result, setUp }] };
}

function resultWith(value: number, halfWidth95: number): unknown {
  return { test: 'slr', side: 'left', estimate: { value, halfWidth95 }, trials: [], ...untold };
}
