import fc from 'fast-check';
import { exerciseIds } from '../../src/core/advice/exercises.ts';
import { compared } from '../../src/core/safety/pain.ts';
import { keypointNames } from '../../src/core/body/pose.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import { testIds, type Step } from '../../src/core/protocol/protocol.ts';
import { flagIds } from '../../src/core/safety/flags.ts';
import { readinessIds } from '../../src/core/safety/readiness.ts';
import { withCorrections } from '../../src/core/session/corrected.ts';
import type { Correction } from '../../src/core/session/correction.ts';
import type { Person } from '../../src/core/session/person.ts';
import type { Result, Session } from '../../src/core/session/session.ts';
import type { SetUp } from '../../src/core/session/set-up.ts';
import type { Trial } from '../../src/core/session/trial.ts';
import { sharedOf, type Shareable, type Stamp } from '../../src/share/choose.ts';
import { parts, type Choice, type Shared, type SharedStill } from '../../src/share/content.ts';
import { motionOf } from '../../src/share/motion.ts';
import { stillOf } from '../../src/share/still.ts';
import { bentKnee, estimate, sessionOn } from './sessions.ts';

/** Everything of everything. */
export const whole: Choice = { tests: testIds, from: null, to: null, parts };

export const stamp: Stamp = {
  id: '01a0a945-0a00-7000-8000-000000000abc',
  madeAt: Date.UTC(2026, 9, 1, 9),
  app: '0.1.0',
};

export const ada: Person = {
  id: '01a0a945-0a00-7000-8000-000000000001',
  name: 'Ada Byron',
  birthYear: 1980,
  sex: 'female',
  height: 168,
  sideNotes: { left: 'knee operated 2019', right: '' },
  changedAt: 5,
};

const outline = Object.fromEntries(
  keypointNames.map((name, index) => [name, { x: index / 30, y: 0.4 }]),
) as SetUp['outline'];

/** A set-up; `yaw` in degrees off square. */
function setUpAt(yaw: number): SetUp {
  return {
    camera: 'Integrated Camera (04f2:b6d9)',
    frame: { width: 640, height: 480 },
    near: 'left',
    yaw: degrees(yaw),
    height: 0.1,
    distance: 2.9,
    light: { brightness: 0.51, contrast: 0.22 },
    outline,
  };
}

/** A result of three repetitions around a number. */
function resultOfStep(step: Step, value: number, yaw = 4): Result {
  const { quantity } = protocolOf(step.test);
  const trials = [value - 1.4, value, value + 1.2].map((one): Trial => ({
    kind: 'measured',
    side: step.side ?? 'left',
    quantities: { [quantity]: estimate(one, 5.2) },
    trace: Array.from({ length: 40 }, (_, i) => ({ at: 33.4 * i, angle: (one * i) / 39 })),
    camera: { yaw: degrees(yaw), pitch: degrees(-2.3), distance: 2.8 },
  }));
  return {
    ...step,
    estimate: estimate(value, 4.1),
    trials: [...trials, bentKnee],
    marks: [{ sensation: 'stretch', trial: 1, angle: degrees(value - 5) }],
    setUp: setUpAt(yaw),
    end: 'complete',
  };
}

/** Six visits of all tests over ten weeks; one from far off square, one corrected by hand, one cut off by pain. */
export function tenWeeks(): Shareable {
  const steps = testIds.flatMap((test): readonly Step[] =>
    protocolOf(test).sided
      ? [
          { test, side: 'left' as const },
          { test, side: 'right' as const },
        ]
      : [{ test, side: null }],
  );
  const sessions = [0, 14, 28, 42, 56, 70].map((day, index): Session => {
    const results = steps.map((step) => {
      const way = protocolOf(step.test).direction;
      const start = { slr: 62, 'forward-bend': 71, ake: 38, 'chair-reach': 68 }[step.test];
      const grown = way * index * (step.side === 'left' ? 3 : 1.5);
      const yaw = index === 3 && step.test === 'slr' ? 42 : 4;
      return resultOfStep(step, start + grown + (step.side === 'right' ? 6 : 0) + (index % 2), yaw);
    });
    return {
      ...sessionOn(day, results),
      conditions: { warmUp: 'none', clothing: index === 5 ? 'close' : null },
    };
  });
  const last = sessions.at(-1) as Session;
  const corrections: readonly Correction[] = [
    {
      id: '01a0a945-0a00-7000-8000-0000000000c1',
      sessionId: last.id,
      test: 'slr',
      side: 'left',
      trial: 1,
      correctedAt: last.startedAt + 60_000,
      joints: { hip: { before: { x: 0.4, y: 0.5 }, after: { x: 0.42, y: 0.5 } } },
      estimate: estimate(81, 5.2),
      automatic: estimate(77, 5.2),
    },
  ];
  const at = (day: number): number => Date.UTC(2026, 2, 1 + day, 18);
  return {
    person: ada,
    sessions: sessions.map((session) => withCorrections(session, corrections)),
    corrections,
    diary: [
      { id: id(1), at: at(3), note: 'Stiff after sitting all day.', minutes: 10, pain: 2 },
      { id: id(2), at: at(40), note: '', minutes: 12, pain: null },
      { id: id(3), at: at(69), note: 'Easier to tie my shoes.', minutes: 8, pain: 1 },
    ],
    log: [
      {
        at: at(20),
        exercise: 'strap-supine',
        seconds: 120,
        after: 'same',
        nextMorning: null,
        pain: 1,
      },
    ],
    safety: [
      {
        kind: 'answered',
        id: id(8),
        at: at(0),
        answers: { flags: ['stiff'], readiness: [], pain: 2 },
      },
      { kind: 'seen', id: id(9), at: at(1) },
    ],
    motion: [
      motionOf(
        {
          sessionId: last.id,
          test: 'slr',
          side: 'left',
          trial: 2,
          frame: { width: 640, height: 480 },
        },
        ['left-hip', 'left-knee', 'left-ankle'],
        Array.from({ length: 20 }, (_, i) => [
          { x: 0.5, y: 0.6 },
          { x: 0.6, y: 0.6 - i / 50 },
          null,
        ]),
      ),
    ],
    stills: [aStill(last.id)],
  };
}

/** The smallest thing that begins as a JPEG file does. */
function aStill(sessionId: string): SharedStill {
  const bytes = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);
  const frame = { width: 640, height: 480 };
  return stillOf(
    { sessionId, test: 'slr', side: 'left', trial: 2, frame, blurred: true },
    bytes.buffer,
  );
}

/** All of it, shared. */
export function sharedWhole(choice: Choice = whole): Shared {
  return sharedOf(tenWeeks(), choice, stamp);
}

/** One visit of one leg, as small as sharing gets. */
export function sharedSmall(): Shared {
  const { person, sessions } = tenWeeks();
  const few: Choice = { tests: ['slr'], from: null, to: null, parts: [] };
  const all = {
    person,
    sessions: sessions.slice(0, 1),
    corrections: [],
    diary: [],
    log: [],
    safety: [],
    motion: [],
    stills: [],
  };
  return sharedOf(all, few, stamp);
}

function id(number: number): string {
  return `01a0a945-0a00-7000-8000-${String(number).padStart(12, '0')}`;
}

/** Text as people and attackers write it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    '=HYPERLINK("http://evil.example","x")',
    '<img src=x onerror=alert(1)>',
    '\u202Egnp.exe',
    '\u0000\u0001',
    '＝1+1',
    '@SUM(A1)',
    "';--",
    '{"__proto__":{"a":1}}',
    '日本語のなまえ',
    'Ж'.repeat(40),
    '👩🏽‍⚕️ 🦵',
    ' \t\r\n ',
  ),
);

const anyTime = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) });
const anyId = fc.uuid({ version: 7 });
const pain = fc.option(fc.nat({ max: 10 }));
const value = fc.double({ min: -20, max: 190, noNaN: true });

const anyStep: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom(...testIds), fc.constantFrom('left' as const, 'right' as const))
  .map(([test, side]) => ({ test, side: protocolOf(test).sided ? side : null }));

const anyResult: fc.Arbitrary<Result> = fc
  .tuple(anyStep, value, fc.double({ min: -50, max: 50, noNaN: true }), fc.nat({ max: 4 }))
  .map(([step, number, yaw, kind]) => {
    const done = resultOfStep(step, number, yaw);
    if (kind === 0) return { ...done, estimate: null, trials: [bentKnee, bentKnee], setUp: null };
    if (kind === 1) return { ...done, estimate: null, trials: [], marks: [], end: null };
    if (kind === 2)
      return { ...done, marks: [{ sensation: 'pain', trial: 0, angle: null }], end: 'pain' };
    return done;
  });

const anySession: fc.Arbitrary<Session> = fc
  .record({
    id: anyId,
    startedAt: anyTime,
    timeZone: fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Mars/Olympus'),
    origin: fc.constantFrom('camera', 'video', 'sample'),
    results: fc.uniqueArray(anyResult, {
      maxLength: 4,
      selector: ({ test, side }) => `${test} ${String(side)}`,
    }),
  })
  .map((one) => ({ ...sessionOn(0), ...one }));

/** Anything that an app could have, with any text in it. */
export const anyShareable: fc.Arbitrary<Shareable> = fc.record({
  person: fc.record({
    id: anyId,
    name: anyText.map((text) => text.slice(0, 80)),
    birthYear: fc.option(fc.integer({ min: 1900, max: 2020 })),
    sex: fc.option(fc.constantFrom('female', 'male')),
    height: fc.option(fc.integer({ min: 30, max: 300 })),
    sideNotes: fc.record({ left: anyText, right: anyText }),
    changedAt: anyTime,
  }),
  sessions: fc
    .uniqueArray(anySession, { maxLength: 5, selector: (one) => one.id })
    .map((all) => all.map((session) => withCorrections(session, []))),
  corrections: fc.constant([]),
  diary: fc.array(
    fc.record({
      id: anyId,
      at: anyTime,
      note: anyText,
      minutes: fc.option(fc.nat({ max: 1440 })),
      pain,
    }),
    { maxLength: 4 },
  ),
  log: fc.array(
    fc.record({
      at: anyTime,
      exercise: fc.constantFrom(...exerciseIds),
      seconds: fc.nat({ max: 3600 }),
      after: fc.option(fc.constantFrom(...compared)),
      nextMorning: fc.option(fc.constantFrom(...compared)),
      pain,
    }),
    { maxLength: 3 },
  ),
  safety: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('seen' as const), id: anyId, at: anyTime }),
      fc.record({
        kind: fc.constant('answered' as const),
        id: anyId,
        at: anyTime,
        answers: fc.record({
          flags: fc.uniqueArray(fc.constantFrom(...flagIds), { maxLength: 3 }),
          readiness: fc.option(fc.uniqueArray(fc.constantFrom(...readinessIds), { maxLength: 3 })),
          pain,
        }),
      }),
    ),
    { maxLength: 3 },
  ),
  motion: fc.constant([]),
  stills: fc.constant([]),
});

/** Any choice. */
export const anyChoice: fc.Arbitrary<Choice> = fc.record({
  tests: fc.subarray([...testIds]),
  from: fc.option(anyTime),
  to: fc.option(anyTime),
  parts: fc.subarray([...parts]),
});

/** Anything that can be shared. */
export const anyShared: fc.Arbitrary<Shared> = fc
  .tuple(anyShareable, anyChoice)
  .map(([all, choice]) => sharedOf(all, choice, stamp));
