import type { BodySide, FrameSize } from '../body/pose.ts';
import type { Degrees } from '../geometry/angle.ts';
import { protocolOf } from '../protocol/catalogue.ts';
import type { Posture, TestId } from '../protocol/protocol.ts';
import type { Clothing, Conditions, SetUp, WarmUp } from './set-up.ts';

/** How one step of a visit came about. */
export interface Occasion {
  /** Null where it was not kept. */
  readonly setUp: SetUp | null;
  readonly conditions: Conditions;
  /** Minutes since midnight in the visit's own time zone; null where it says nothing (a video). */
  readonly minuteOfDay: number | null;
}

/** What may differ between two occasions, and what is kept of each; in the order in which it is told. */
interface Aspects {
  readonly yaw: Degrees;
  readonly height: number;
  readonly distance: number;
  readonly 'warm-up': WarmUp;
  readonly clothing: Clothing;
  readonly side: BodySide;
  readonly camera: string;
  readonly resolution: FrameSize;
  readonly light: number;
  readonly 'time-of-day': number;
}
export type Aspect = keyof Aspects;

/** One thing that was different, with what it was; `spoils`: enough to make a false change or hide a true one. */
export type Difference = { readonly [A in Aspect]: DifferenceIn<A> }[Aspect];

interface DifferenceIn<A extends Aspect> {
  readonly aspect: A;
  readonly before: Aspects[A];
  readonly now: Aspects[A];
  readonly spoils: boolean;
}

/**
 * Whether the numbers of two occasions can be compared: 'same' set-up; 'alike', with differences that matter
 * little; 'not-comparable'; 'unknown' where a set-up was not kept.
 */
export type Likeness = 'same' | 'alike' | 'not-comparable' | 'unknown';

/** How two occasions compare; what spoils comes first. */
export interface Comparison {
  readonly likeness: Likeness;
  readonly differences: readonly Difference[];
}

/**
 * From which difference on two yaws are told apart, in degrees: beyond what reading the camera alone gives
 * (95 %: 1.96 times root 2 times its error; lying 5.3, standing 4.4, seated 6.6; docs/measurement.md, "The set-up").
 */
const yawLimits: Readonly<Record<Posture, number>> = { lying: 15, standing: 15, seated: 18 };

/**
 * Within this, a camera's yaw does not show in the error of a trial; beyond, numbers read 2 degrees low (dev
 * trials: mean error 1.6 within 10, 1.2 within 20, 2.1 with a bias of -2.1 beyond; docs/measurement.md). Degrees.
 */
const harmlessYaw = 20;

/** As for the yaw: the error of reading a height is 0.25 leg lengths (docs/measurement.md, "The set-up"). */
const heightLimit = 0.7;

/**
 * In leg lengths. Chosen: a camera higher by so much moves the angle in a true picture by 3 degrees in the mean
 * and 8 at most (dev pictures within 12 degrees of side-on), which is near the smallest real change.
 */
const spoilingHeight = 1;

/**
 * How many times as far. With the same lens the error of reading a distance is 7 % (docs/measurement.md, "The set-up"),
 * of a ratio 20 % in 95 of 100; chosen somewhat beyond. Another camera is told by itself.
 */
const distanceLimit = 1.3;

/** Chosen: twice as far, every error of a point on the picture counts twice. */
const spoilingDistance = 2;

/**
 * Shares of full white. Chosen between the mean brightness of dim (0.27) and other dev pictures (0.46 to 0.51), each
 * with a standard deviation of 0.03. No light has shown in the error of the dev trials: it only is told.
 */
const lightLimit = 0.12;

/** Chosen: morning from afternoon. That stiffness goes with the hour has not been checked: it only is told. */
const timeLimit = 4 * 60;

const dayMinutes = 24 * 60;

type Distinctness = 'none' | 'told' | 'spoiling';

interface Rule<Value> {
  readonly of: (occasion: Occasion, test: TestId) => Value | null;
  readonly apart: (before: Value, now: Value, test: TestId) => Distinctness;
}

const rules: { readonly [A in Aspect]: Rule<Aspects[A]> } = {
  yaw: {
    of: ({ setUp }) => setUp?.yaw ?? null,
    apart: (before, now, test) => {
      if (Math.abs(before - now) <= yawLimits[protocolOf(test).posture]) return 'none';
      return Math.max(Math.abs(before), Math.abs(now)) > harmlessYaw ? 'spoiling' : 'told';
    },
  },
  height: {
    of: ({ setUp }) => setUp?.height ?? null,
    apart: (before, now) => graded(Math.abs(before - now), heightLimit, spoilingHeight),
  },
  distance: {
    of: ({ setUp }) => setUp?.distance ?? null,
    apart: (before, now) =>
      graded(Math.max(before / now, now / before), distanceLimit, spoilingDistance),
  },
  // Three to five minutes of warming up add 3 to 4 (presumably cm) to a sit-and-reach (IJTRR 2015;4:4), about as
  // much as a real change; and warmth straightens the knee (O'Sullivan 2009, doi 10.1186/1471-2474-10-37).
  'warm-up': { of: ({ conditions }) => conditions.warmUp, apart: told('spoiling') },
  // Tight trousers bring the spread of a knee's angle from 6.4 to 3.5 degrees (Cosoli 2026). It only is told, as most
  // numbers count from the trial's own start, in the same clothes.
  clothing: { of: ({ conditions }) => conditions.clothing, apart: told('told') },
  // A sided test has its own line for each side.
  side: {
    of: ({ setUp }, test) => (protocolOf(test).sided ? null : (setUp?.near ?? null)),
    apart: told('told'),
  },
  // Another lens may be wider; 17 % off costs under half a degree (docs/measurement.md).
  camera: { of: ({ setUp }) => setUp?.camera ?? null, apart: told('told') },
  resolution: {
    of: ({ setUp }) => setUp?.frame ?? null,
    apart: (before, now) =>
      before.width === now.width && before.height === now.height ? 'none' : 'told',
  },
  light: {
    of: ({ setUp }) => setUp?.light?.brightness ?? null,
    apart: (before, now) => graded(Math.abs(before - now), lightLimit, Infinity),
  },
  'time-of-day': {
    of: ({ minuteOfDay }) => minuteOfDay,
    apart: (before, now) => graded(minutesApart(before, now), timeLimit, Infinity),
  },
};

/** In the order in which differences are told. */
const ruleList = Object.entries(rules) as readonly (readonly [Aspect, Rule<unknown>])[];

const same: Comparison = { likeness: 'same', differences: [] };
const unknown: Comparison = { likeness: 'unknown', differences: [] };

/**
 * What was different between two occasions of the same test and side, as far as both say. Symmetric: changing
 * their places changes nothing but `before` and `now`.
 */
export function compareSetUps(before: Occasion, now: Occasion, test: TestId): Comparison {
  return comparedWith(before, test)(now);
}

/** Compares one occasion with many, as `compareSetUps` does with each: what is known of the one is looked up once. */
export function comparedWith(before: Occasion, test: TestId): (now: Occasion) => Comparison {
  const known: Known[] = [];
  for (const [aspect, rule] of ruleList) {
    const was = rule.of(before, test);
    if (was !== null) known.push({ aspect, rule, was });
  }
  return (now) => comparisonOf(before, now, known, test);
}

/** What of an occasion is known, and how it is compared. */
interface Known {
  readonly aspect: Aspect;
  readonly rule: Rule<unknown>;
  readonly was: unknown;
}

function comparisonOf(
  before: Occasion,
  now: Occasion,
  known: readonly Known[],
  test: TestId,
): Comparison {
  const found: Difference[] = [];
  // Ten thousand sessions are 160,000 aspects: in nearly all of them nothing is to be made.
  for (const { aspect, rule, was } of known) {
    const is = rule.of(now, test);
    if (is === null) continue;
    const apart = rule.apart(was, is, test);
    if (apart === 'none') continue;
    // It came of one aspect, which the compiler forgets on the way through the list.
    found.push({ aspect, before: was, now: is, spoils: apart === 'spoiling' } as Difference);
  }
  if (found.length === 0) return before.setUp === null || now.setUp === null ? unknown : same;
  const differences = found.sort((a, b) => Number(b.spoils) - Number(a.spoils));
  if (differences[0]?.spoils) return { likeness: 'not-comparable', differences };
  if (before.setUp === null || now.setUp === null) return { likeness: 'unknown', differences };
  return { likeness: 'alike', differences };
}

function told(distinctness: Distinctness): (before: string, now: string) => Distinctness {
  return (before, now) => (before === now ? 'none' : distinctness);
}

function graded(apart: number, limit: number, spoiling: number): Distinctness {
  if (apart <= limit) return 'none';
  return apart > spoiling ? 'spoiling' : 'told';
}

/** How many minutes two times of day lie apart, over midnight where that is shorter. */
function minutesApart(a: number, b: number): number {
  const apart = Math.abs(a - b);
  return Math.min(apart, dayMinutes - apart);
}
