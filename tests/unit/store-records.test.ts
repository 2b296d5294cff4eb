import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { degrees } from '../../src/core/geometry/angle.ts';
import { quantities, refusalReasons, testIds } from '../../src/core/protocol/protocol.ts';
import { keypointNames } from '../../src/core/body/pose.ts';
import { stepEnds, type Session } from '../../src/core/session/session.ts';
import { clothings, warmUps, type Outline, type SetUp } from '../../src/core/session/set-up.ts';
import { sensations, type Trial } from '../../src/core/session/trial.ts';
import { checked, recordOf, rowOf } from '../../src/store/records.ts';
import { joined, tracesOf } from '../../src/store/traces.ts';
import { sessionOn, untold } from '../helpers/sessions.ts';

const side = fc.constantFrom('left', 'right');
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const angle = finite.map(degrees);
const halfWidth = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(degrees);
const estimate = fc.record({ value: angle, halfWidth95: halfWidth });

const trial: fc.Arbitrary<Trial> = fc.oneof(
  fc.record({
    kind: fc.constant('measured'),
    side,
    quantities: fc.dictionary(fc.constantFrom(...quantities), estimate, { noNullPrototype: true }),
    trace: fc.array(fc.record({ at: finite, angle: finite })),
    camera: fc.option(fc.record({ yaw: angle, pitch: angle, distance: finite })),
  }),
  fc.record({
    kind: fc.constant('refused'),
    reason: fc.constantFrom(...refusalReasons),
    amount: fc.option(angle),
  }),
);

const share = fc.record({ x: finite, y: finite });
const setUp: fc.Arbitrary<SetUp> = fc.record({
  camera: fc.option(fc.string()),
  frame: fc.record({ width: fc.nat(), height: fc.nat() }),
  near: side,
  yaw: fc.option(angle),
  height: fc.option(finite),
  distance: fc.option(finite),
  light: fc.option(fc.record({ brightness: finite, contrast: finite })),
  outline: fc
    .array(share, { minLength: keypointNames.length, maxLength: keypointNames.length })
    .map((points) => Object.fromEntries(keypointNames.map((name, i) => [name, points[i]])))
    .map((outline) => outline as Outline),
});
const mark = fc.record({
  sensation: fc.constantFrom(...sensations),
  trial: fc.nat(),
  angle: fc.option(angle),
});

const anySession: fc.Arbitrary<Session> = fc.record({
  id: fc.uuid({ version: 7 }),
  startedAt: fc.nat(),
  timeZone: fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'UTC'),
  origin: fc.constantFrom('camera', 'video', 'sample'),
  firstSide: fc.option(side),
  conditions: fc.record({
    warmUp: fc.option(fc.constantFrom(...warmUps)),
    clothing: fc.option(fc.constantFrom(...clothings)),
  }),
  results: fc.array(
    fc.record({
      test: fc.constantFrom(...testIds),
      side: fc.option(side),
      estimate: fc.option(estimate),
      trials: fc.array(trial),
      marks: fc.array(mark),
      setUp: fc.option(setUp),
      end: fc.option(fc.constantFrom(...stepEnds)),
    }),
  ),
});

/** What a person gets back of a session that went to the disk and came from there. */
function storedAndRead(session: Session): Session {
  const [row, traces]: unknown[] = structuredClone([rowOf(session), tracesOf(session)]);
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
