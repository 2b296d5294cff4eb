import * as v from 'valibot';
import { mostHeld } from '../core/advice/amount.ts';
import { exerciseIds, exercises } from '../core/advice/exercises.ts';
import type { Reply } from '../core/advice/reply.ts';
import { testIds, type Step } from '../core/protocol/protocol.ts';
import { movable } from '../core/session/correction.ts';
import { angle, estimate, finite, id, side, time, trialAddress } from './values.ts';

/*
 * What a therapist answers comes from outside and is kept as it came, so that one schema reads it in a file and in the
 * database. Whoever wrote it may be anyone: everything has an end, and no number is beyond what a person could do.
 */

/** Chosen: texts as long as the app lets one write them elsewhere; far more values than visits are looked at. */
const longestReply = { therapist: 80, note: 4000 } as const;
const most = { values: 500, revised: 200 };

/** What may be prescribed, each from 1; chosen: far beyond any advice seen, and still an amount that can be played. */
export const mostPrescribed = {
  sets: 10,
  repetitions: 50,
  seconds: 120,
  minutes: 180,
  days: 7,
} as const;

/** Degrees that a target or a goniometer can be at; chosen: the circle's half, and some beyond straight. */
const replyAngles = { low: -30, high: 180 } as const;

const count = (largest: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(largest));
const held = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostPrescribed.seconds));
const step = { test: v.picklist(testIds), side: v.nullable(side) };
const reached = v.pipe(
  angle,
  v.check((value) => value >= replyAngles.low && value <= replyAngles.high, 'No such angle'),
);

const target = v.strictObject({
  ...step,
  value: reached,
  by: v.nullable(v.pipe(v.string(), v.check(isDay, 'No day'))),
});

const { sets, repetitions, seconds, minutes, days } = mostPrescribed;
const amount = v.variant('kind', [
  v.strictObject({ kind: v.literal('hold'), sets: count(sets), seconds: count(seconds) }),
  v.strictObject({
    kind: v.literal('repetitions'),
    sets: count(sets),
    repetitions: count(repetitions),
    seconds: held,
  }),
  v.strictObject({
    kind: v.literal('ladder'),
    repetitions: v.pipe(v.array(count(repetitions)), v.minLength(1), v.maxLength(sets)),
    seconds: count(seconds),
  }),
  v.strictObject({ kind: v.literal('minutes'), minutes: count(minutes) }),
]);

const prescription = v.pipe(
  v.strictObject({
    exercise: v.picklist(exerciseIds),
    amount,
    days: count(days),
    side: v.nullable(side),
  }),
  v.check(
    ({ exercise, amount: wanted }) =>
      exercises[exercise].dose.kind === wanted.kind &&
      (wanted.kind !== 'hold' || wanted.sets * wanted.seconds <= mostHeld),
    'No amount of this exercise',
  ),
);

/** A point of a frame as shares of its width and height. */
const share = v.pipe(finite, v.minValue(0), v.maxValue(1));
const place = v.strictObject({ x: share, y: share });

const revised = v.strictObject({
  ...trialAddress,
  joints: v.strictObject(
    v.entriesFromList(movable, v.exactOptional(v.strictObject({ before: place, after: place }))),
  ),
  estimate,
  automatic: estimate,
});

/** The entries of a reply, without what says that it is one. */
export const replyEntries = {
  id,
  madeAt: time,
  person: id,
  share: id,
  therapist: v.pipe(v.string(), v.maxLength(longestReply.therapist)),
  note: v.pipe(v.string(), v.maxLength(longestReply.note)),
  targets: v.pipe(
    v.array(target),
    v.check((all) => areApart(all), 'Two targets of one side'),
  ),
  exercises: v.pipe(
    v.array(prescription),
    v.check((all) => isOnce(all.map(({ exercise }) => exercise)), 'One exercise twice'),
  ),
  avoided: v.pipe(
    v.array(v.picklist(exerciseIds)),
    v.check((all) => isOnce(all), 'One exercise twice'),
  ),
  values: v.pipe(
    v.array(v.strictObject({ sessionId: id, ...step, value: reached })),
    v.maxLength(most.values),
  ),
  revised: v.pipe(v.array(revised), v.maxLength(most.revised)),
};

/** A reply. */
export const wholeReply: v.GenericSchema<unknown, Reply> = v.strictObject(replyEntries);

function areApart(steps: readonly Step[]): boolean {
  return isOnce(steps.map(({ test, side: own }) => `${test} ${String(own)}`));
}

function isOnce(all: readonly string[]): boolean {
  return new Set(all).size === all.length;
}

/** Whether it is a day of the calendar, as a date field has it. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const noon = new Date(`${text}T12:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(text);
}
