import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/core/session/session.ts';
import { checked, recordOf, rowOf } from '../../src/store/records.ts';
import { joined, tracesOf } from '../../src/store/traces.ts';
import { anySession } from '../helpers/any-record.ts';
import { sessionOn, untold } from '../helpers/sessions.ts';

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

test('a session that is not fit to be stored is refused before it is written', () => {
  expect(() => checked({ ...sessionOn(0), startedAt: Number.NaN })).toThrow();
});

function resultWith(value: number, halfWidth95: number): unknown {
  return { test: 'slr', side: 'left', estimate: { value, halfWidth95 }, trials: [], ...untold };
}
