import fc from 'fast-check';
import { needs } from '../../src/core/advice/circumstances.ts';
import { exerciseIds } from '../../src/core/advice/exercises.ts';
import { askedAt, type Aftermath, type Practice } from '../../src/core/advice/practice.ts';
import type { Wish } from '../../src/core/advice/wish.ts';
import { keypointNames } from '../../src/core/body/pose.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { quantities, refusalReasons, testIds } from '../../src/core/protocol/protocol.ts';
import { feltPlaces } from '../../src/core/safety/felt.ts';
import { flagIds } from '../../src/core/safety/flags.ts';
import { compared } from '../../src/core/safety/pain.ts';
import { readinessIds } from '../../src/core/safety/readiness.ts';
import type { Told } from '../../src/core/safety/told.ts';
import { movable, type Correction } from '../../src/core/session/correction.ts';
import type { DiaryEntry } from '../../src/core/session/diary.ts';
import { stepEnds, type Session } from '../../src/core/session/session.ts';
import {
  clothings,
  warmUps,
  type Outline,
  type WholeSetUp,
} from '../../src/core/session/set-up.ts';
import { motionNames, packed, type Motion } from '../../src/core/session/motion.ts';
import { sensations, type Trial } from '../../src/core/session/trial.ts';
import {
  lineOf,
  motionRecord,
  pictureRecord,
  recordIn,
  sessionRecord,
  type BackupRecord,
} from '../../src/store/backup/backup-record.ts';
import type { Records } from '../../src/store/backup/merge.ts';
import type { KeptPicture } from '../../src/store/pictures.ts';

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
const setUp: fc.Arbitrary<WholeSetUp> = fc.record({
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

/** Any session that can be stored. */
export const anySession: fc.Arbitrary<Session> = fc.record({
  id: fc.uuid({ version: 7 }),
  startedAt: fc.nat(),
  timeZone: fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'UTC'),
  origin: fc.constantFrom('camera', 'video', 'sample'),
  firstSide: fc.option(side),
  conditions: fc.record({
    warmUp: fc.option(fc.constantFrom(...warmUps)),
    clothing: fc.option(fc.constantFrom(...clothings)),
  }),
  gates: fc.array(fc.uuid({ version: 7 }), { maxLength: 2 }),
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

/** Few ids, so that records of two devices often meet. */
const id = fc.integer({ min: 0, max: 7 }).map((n) => `019ca945-0a00-7000-8000-00000000000${n}`);

const address = {
  sessionId: id,
  test: fc.constantFrom(...testIds),
  side: fc.option(side),
  trial: fc.nat({ max: 2 }),
};

const correction: fc.Arbitrary<Correction> = fc.record({
  id,
  ...address,
  correctedAt: fc.nat(),
  joints: fc.dictionary(fc.constantFrom(...movable), fc.record({ before: share, after: share }), {
    noNullPrototype: true,
  }),
  estimate,
  automatic: estimate,
});

const entry: fc.Arbitrary<DiaryEntry> = fc.record({
  id,
  at: fc.nat(),
  note: fc.string(),
  minutes: fc.option(fc.nat({ max: 1440 })),
  pain: fc.option(fc.nat({ max: 10 })),
});

const pain = fc.nat({ max: 10 });
const told: fc.Arbitrary<Told> = fc.oneof(
  fc.record({
    kind: fc.constant('answered' as const),
    id,
    at: fc.nat(),
    answers: fc.record({
      flags: fc.subarray([...flagIds]),
      readiness: fc.option(fc.subarray([...readinessIds])),
      pain: fc.option(pain),
    }),
  }),
  fc.record({ kind: fc.constant('seen' as const), id, at: fc.nat() }),
  fc.record({
    kind: fc.constant('felt' as const),
    id,
    at: fc.nat(),
    sessionId: id,
    side,
    places: fc.subarray([...feltPlaces]),
  }),
  fc.record({ kind: fc.constant('pain-after' as const), id, at: fc.nat(), sessionId: id, pain }),
);

const wish: fc.Arbitrary<Wish> = fc.record({
  id,
  at: fc.nat(),
  lacking: fc.subarray([...needs]),
  refused: fc.subarray([...exerciseIds]),
  swapped: fc.array(
    fc.record({
      exercise: fc.constantFrom(...exerciseIds),
      rather: fc.constantFrom(...exerciseIds),
    }),
    { maxLength: 2 },
  ),
  minutes: fc.option(fc.integer({ min: 1, max: 60 })),
});

const practice: fc.Arbitrary<Practice> = fc.record({
  id,
  at: fc.nat(),
  worked: fc.array(
    fc.record({
      exercise: fc.constantFrom(...exerciseIds),
      side: fc.option(side),
      seconds: fc.nat({ max: 86_400 }),
    }),
  ),
});

const aftermath: fc.Arbitrary<Aftermath> = fc.record({
  id,
  practiceId: id,
  at: fc.nat(),
  asked: fc.constantFrom(...askedAt),
  pain: fc.option(fc.nat({ max: 10 })),
  compared: fc.option(fc.constantFrom(...compared)),
});

const picture: fc.Arbitrary<KeptPicture> = fc.record({
  ...address,
  keptAt: fc.nat({ max: 3 }),
  type: fc.constant('image/jpeg'),
  bytes: fc.uint8Array({ maxLength: 4 }).map((bytes) => Uint8Array.from(bytes).buffer),
  blurred: fc.boolean(),
  held: fc.record({
    test: fc.constantFrom(...testIds),
    at: finite,
    frame: fc.record({ width: fc.nat(), height: fc.nat() }),
    side,
    facing: fc.constantFrom(1, -1),
    rest: angle,
    outline: setUp.map((one) => one.outline),
  }),
});

const place = fc.option(
  fc.record({
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

/** Any motion that can be stored. */
const motion: fc.Arbitrary<Motion> = fc
  .record({
    ...address,
    frame: fc.record({
      width: fc.integer({ min: 1, max: 4096 }),
      height: fc.integer({ min: 1, max: 4096 }),
    }),
    every: fc.integer({ min: 10, max: 1000 }),
    names: fc.subarray([...motionNames], { minLength: 1 }),
    poses: fc.array(fc.array(place, { maxLength: 13 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ poses, ...one }) => ({ ...one, places: packed(one.names.length, poses) }));

/** Any record of a backup, with an id out of few, as it is read from anywhere: JSON has no -0, keys have an order. */
const anyRecord: fc.Arbitrary<BackupRecord> = fc
  .oneof(
    fc.tuple(id, anySession).map(([own, session]) => sessionRecord({ ...session, id: own })),
    correction.map((one) => ({ kind: 'correction' as const, id: one.id, correction: one })),
    entry.map((one) => ({ kind: 'diary' as const, id: one.id, entry: one })),
    told.map((one) => ({ kind: 'told' as const, id: one.id, told: one })),
    wish.map((one) => ({ kind: 'wish' as const, id: one.id, wish: one })),
    practice.map((one) => ({ kind: 'practice' as const, id: one.id, practice: one })),
    aftermath.map((one) => ({ kind: 'aftermath' as const, id: one.id, aftermath: one })),
    picture.map(pictureRecord),
    motion.map(motionRecord),
    fc.record({ kind: fc.constant('tombstone' as const), id, removedAt: fc.nat({ max: 3 }) }),
  )
  .map((record) => recordIn(JSON.parse(lineOf(record)))!);

/** A set of records, one for each id. */
export const anyRecords: fc.Arbitrary<Records> = fc
  .array(anyRecord, { maxLength: 8 })
  .map((records) => new Map(records.map((record) => [record.id, record])));

/**
 * What several devices have of one person: each a part of the same records, some of them removed there. No id has
 * two contents, as no device ever writes that.
 */
export function anyDevices(count: number): fc.Arbitrary<readonly Records[]> {
  const shares = fc.array(fc.constantFrom('has', 'lacks', 'removed'), {
    minLength: 8,
    maxLength: 8,
  });
  return fc
    .tuple(
      anyRecords,
      fc.array(shares, { minLength: count, maxLength: count }),
      fc.array(fc.nat({ max: 3 }), { minLength: 8, maxLength: 8 }),
    )
    .map(([records, devices, times]) =>
      devices.map(
        (device, number) =>
          new Map(
            [...records.values()].flatMap((record, i): [string, BackupRecord][] => {
              const own = device[i];
              if (own === 'has') return [[record.id, record]];
              // Of a removed picture or motion nothing stays.
              if (own === 'lacks' || record.kind === 'picture' || record.kind === 'motion')
                return [];
              const removedAt = ((times[i] ?? 0) + number) % 4;
              return [[record.id, { kind: 'tombstone', id: record.id, removedAt }]];
            }),
          ),
      ),
    );
}
