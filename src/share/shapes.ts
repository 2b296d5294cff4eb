import * as v from 'valibot';
import { exerciseIds } from '../core/advice/exercises.ts';
import { compared } from '../core/safety/pain.ts';
import { keypointNames } from '../core/body/pose.ts';
import { quantities, refusalReasons, testIds } from '../core/protocol/protocol.ts';
import { flagIds } from '../core/safety/flags.ts';
import { isPain } from '../core/safety/pain.ts';
import { readinessIds } from '../core/safety/readiness.ts';
import { movable } from '../core/session/correction.ts';
import { stepEnds } from '../core/session/session.ts';
import { clothings, warmUps } from '../core/session/set-up.ts';
import { sensations } from '../core/session/trial.ts';
import { angle, estimate, finite, frameSize, id, index, side } from '../store/values.ts';
import { parts, shareVersion, type Shared } from './content.ts';
import { isFrame, posesOf } from './motion.ts';
import { isJpeg } from './still.ts';

/*
 * Whoever sends it may be anyone, so everything has an end. Chosen: far beyond a life of daily checks, yet small enough
 * to be drawn; text as long as the app lets a person write it.
 */
const most = {
  sessions: 20_000,
  entries: 50_000,
  results: 20,
  trials: 50,
  marks: 500,
  points: 600,
  stills: 12,
};
const longest = {
  name: 80,
  remark: 500,
  note: 4000,
  zone: 64,
  app: 40,
  places: 32_768,
  jpeg: 600_000,
};

/** The end of the year 9999: further no calendar of a record system goes. */
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(253_402_300_799_999));
const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const list = <Item extends v.GenericSchema>(item: Item, length: number) =>
  v.pipe(v.array(item), v.maxLength(length));
const pain = v.nullable(v.pipe(v.number(), v.check(isPain, 'No pain')));
const step = { test: v.picklist(testIds), side: v.nullable(side) };

const person = v.strictObject({
  id,
  name: text(longest.name),
  birthYear: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(9999))),
  sex: v.nullable(v.picklist(['female', 'male'])),
  height: v.nullable(v.pipe(v.number(), v.minValue(30), v.maxValue(300))),
  sideNotes: v.strictObject({ left: text(longest.remark), right: text(longest.remark) }),
});

const trial = v.variant('kind', [
  v.strictObject({
    kind: v.literal('measured'),
    side,
    quantities: v.strictObject(v.entriesFromList(quantities, v.exactOptional(estimate))),
    camera: v.nullable(v.strictObject({ yaw: angle, pitch: angle, distance: finite })),
    curve: v.nullable(list(v.strictTuple([finite, finite]), most.points)),
  }),
  v.strictObject({
    kind: v.literal('refused'),
    reason: v.picklist(refusalReasons),
    amount: v.nullable(angle),
  }),
]);

const setUp = v.strictObject({
  frame: frameSize,
  near: side,
  yaw: v.nullable(angle),
  height: v.nullable(finite),
  distance: v.nullable(finite),
  light: v.nullable(v.strictObject({ brightness: finite, contrast: finite })),
});

const result = v.strictObject({
  ...step,
  estimate: v.nullable(estimate),
  automatic: v.nullable(estimate),
  trials: list(trial, most.trials),
  marks: list(
    v.strictObject({
      sensation: v.picklist(sensations),
      trial: index,
      angle: v.nullable(angle),
    }),
    most.marks,
  ),
  setUp: v.nullable(setUp),
  end: v.nullable(v.picklist(stepEnds)),
});

const session = v.strictObject({
  id,
  startedAt: time,
  timeZone: text(longest.zone),
  origin: v.picklist(['camera', 'video']),
  conditions: v.strictObject({
    warmUp: v.nullable(v.picklist(warmUps)),
    clothing: v.nullable(v.picklist(clothings)),
  }),
  results: list(result, most.results),
});

const correction = v.strictObject({
  id,
  sessionId: id,
  ...step,
  trial: index,
  correctedAt: time,
  joints: list(v.picklist(movable), movable.length),
  estimate,
  automatic: estimate,
});

const spoils = v.literal(true);
const difference = v.variant('aspect', [
  v.strictObject({ aspect: v.literal('yaw'), before: angle, now: angle, spoils }),
  v.strictObject({ aspect: v.literal('height'), before: finite, now: finite, spoils }),
  v.strictObject({ aspect: v.literal('distance'), before: finite, now: finite, spoils }),
  v.strictObject({
    aspect: v.literal('warm-up'),
    before: v.picklist(warmUps),
    now: v.picklist(warmUps),
    spoils,
  }),
]);

const line = v.strictObject({
  ...step,
  baseline: v.nullable(estimate),
  limit: v.nullable(angle),
  isOwnLimit: v.boolean(),
  change: v.nullable(
    v.strictObject({
      since: time,
      newest: id,
      amount: v.pipe(finite, v.integer()),
      verdict: v.picklist(['real', 'possible', 'noise']),
    }),
  ),
  odd: list(v.strictObject({ sessionId: id, differences: list(difference, 4) }), most.sessions),
});

const entry = v.strictObject({
  id,
  at: time,
  note: text(longest.note),
  minutes: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1440))),
  pain: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
});

const logged = v.strictObject({
  at: time,
  exercise: v.picklist(exerciseIds),
  seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)),
  after: v.nullable(v.picklist(compared)),
  nextMorning: v.nullable(v.picklist(compared)),
  pain,
});

const safety = v.variant('kind', [
  v.strictObject({
    kind: v.literal('answered'),
    id,
    at: time,
    answers: v.strictObject({
      flags: list(v.picklist(flagIds), flagIds.length),
      readiness: v.nullable(list(v.picklist(readinessIds), readinessIds.length)),
      pain,
    }),
  }),
  v.strictObject({ kind: v.literal('seen'), id, at: time }),
]);

const motion = v.pipe(
  v.strictObject({
    sessionId: id,
    ...step,
    trial: index,
    frame: v.pipe(frameSize, v.check(isFrame, 'No frame')),
    every: v.pipe(v.number(), v.minValue(10), v.maxValue(1000)),
    names: list(v.picklist(keypointNames), keypointNames.length),
    places: text(longest.places),
  }),
  v.check((one) => posesOf(one) !== null, 'No places'),
);

const still = v.strictObject({
  sessionId: id,
  ...step,
  trial: index,
  frame: v.pipe(frameSize, v.check(isFrame, 'No frame')),
  blurred: v.boolean(),
  jpeg: v.pipe(text(longest.jpeg), v.check(isJpeg, 'No JPEG file')),
});

/** Everything that is shared, as this version writes it. */
export const wholeShared: v.GenericSchema<unknown, Shared> = v.strictObject({
  format: v.literal('limber-share'),
  version: v.literal(shareVersion),
  id,
  madeAt: time,
  app: text(longest.app),
  person,
  leftOut: list(v.picklist(parts), parts.length),
  sessions: list(session, most.sessions),
  corrections: list(correction, most.entries),
  lines: list(line, 2 * testIds.length),
  diary: list(entry, most.entries),
  log: list(logged, most.entries),
  safety: list(safety, most.entries),
  motion: list(motion, most.sessions),
  stills: list(still, most.stills),
});

/** As much as tells whose it is and how new. */
export const shareHead = v.looseObject({
  format: v.literal('limber-share'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
