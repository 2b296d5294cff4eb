import fc from 'fast-check';
import { amountAt } from '../../src/core/advice/amount.ts';
import { exerciseIds, exercises, type ExerciseId } from '../../src/core/advice/exercises.ts';
import type { Prescription, Reply } from '../../src/core/advice/reply.ts';
import type { ReplyChoice, KeptReply } from '../../src/core/advice/replies.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { testIds } from '../../src/core/protocol/protocol.ts';
import { movable } from '../../src/core/session/correction.ts';
import { ada, stamp } from './shared.ts';
import { idOf } from './shares.ts';

/** One exercise at the least of its own dose. */
export function prescribed(exercise: ExerciseId, more: Partial<Prescription> = {}): Prescription {
  const { dose } = exercises[exercise];
  return { exercise, amount: amountAt(dose, 0), days: dose.days, side: null, ...more };
}

/** What a therapist answers Ada. */
export function replyOf(more: Partial<Reply> = {}): Reply {
  return {
    id: idOf('e', 1),
    madeAt: Date.UTC(2026, 9, 2, 9),
    person: ada.id,
    share: stamp.id,
    therapist: 'Dr Mary Seacole',
    note: 'Good to see you. Go on slowly.',
    targets: [{ test: 'slr', side: 'left', value: degrees(80), by: '2026-12-01' }],
    exercises: [
      prescribed('doorway', { amount: { kind: 'hold', sets: 3, seconds: 45 }, days: 6 }),
      prescribed('bridge'),
    ],
    avoided: ['toe-touch'],
    values: [],
    revised: [],
    ...more,
  };
}

const side = fc.constantFrom('left' as const, 'right' as const);
const angle = fc.integer({ min: -30, max: 180 }).map(degrees);
const estimate = fc.record({ value: angle, halfWidth95: fc.nat({ max: 20 }).map(degrees) });
const step = { test: fc.constantFrom(...testIds), side: fc.option(side) };
const anyId = fc.uuid({ version: 7 });
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const place = fc.record({ x: share, y: share });

const prescription: fc.Arbitrary<Prescription> = fc
  .record({
    exercise: fc.constantFrom(...exerciseIds),
    level: fc.nat({ max: 4 }),
    days: fc.integer({ min: 1, max: 7 }),
    side: fc.option(side),
  })
  .map(({ exercise, level, ...rest }) => ({
    exercise,
    amount: amountAt(exercises[exercise].dose, level),
    ...rest,
  }));

/** Any reply that can be written. */
export const anyReply: fc.Arbitrary<Reply> = fc.record({
  id: anyId,
  madeAt: fc.nat(),
  person: anyId,
  share: anyId,
  therapist: fc.string({ maxLength: 80 }),
  note: fc.string({ maxLength: 200 }),
  targets: fc.uniqueArray(
    fc.record({ ...step, value: angle, by: fc.constantFrom(null, '2026-12-01', '2028-02-29') }),
    { selector: (one) => `${one.test} ${String(one.side)}` },
  ),
  exercises: fc.uniqueArray(prescription, { selector: (one) => one.exercise }),
  avoided: fc.subarray([...exerciseIds]),
  values: fc.array(fc.record({ sessionId: anyId, ...step, value: angle }), { maxLength: 4 }),
  revised: fc.array(
    fc.record({
      sessionId: anyId,
      ...step,
      trial: fc.nat({ max: 5 }),
      joints: fc.dictionary(
        fc.constantFrom(...movable),
        fc.record({ before: place, after: place }),
        {
          noNullPrototype: true,
        },
      ),
      estimate,
      automatic: estimate,
    }),
    { maxLength: 3 },
  ),
});

/** Few replies and choices among them, so that they meet; records of one id are the same. */
export const anyReplyRecords: fc.Arbitrary<readonly (KeptReply | ReplyChoice)[]> = fc
  .array(
    fc.oneof(
      fc
        .record({ record: fc.nat({ max: 5 }), reply: fc.nat({ max: 3 }) })
        .map(({ record, reply }): KeptReply => ({
          kind: 'reply',
          id: idOf('c', 10 * reply + record),
          at: record,
          // Two of them were made at the same moment.
          reply: replyOf({ id: idOf('e', reply), madeAt: Math.min(2, reply) }),
        })),
      fc
        .record({ record: fc.nat({ max: 5 }), reply: fc.option(fc.nat({ max: 4 })) })
        .map(({ record, reply }): ReplyChoice => ({
          kind: 'reply-choice',
          id: idOf('d', record),
          at: Math.floor(record / 2),
          reply: reply === null ? null : idOf('e', record % 4),
          newest: record % 3,
        })),
    ),
    { maxLength: 12 },
  )
  .map((all) => [...new Map(all.map((one) => [one.id, one])).values()]);
