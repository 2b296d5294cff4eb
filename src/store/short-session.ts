import type { Estimate, Mark, Trial, TracePoint } from '../core/session/trial.ts';
import type { Result, Session } from '../core/session/session.ts';
import type { SetUp } from '../core/session/set-up.ts';

/*
 * A listed session as nested lists without the names of their parts, in the order of core's types: as JSON a third as long,
 * and read three times as fast. What is packed here has to be unpacked as it was; who changes either raises `format` in
 * summary-row.ts.
 */

type ShortEstimate = readonly [Estimate['value'], Estimate['halfWidth95']];

/** A measured trial has three parts, a refused one two. */
type ShortTrial =
  | readonly [
      side: string,
      quantities: Readonly<Record<string, ShortEstimate>>,
      camera: readonly number[] | null,
    ]
  | readonly [reason: string, amount: number | null];

type ShortSetUp = readonly [
  camera: string | null,
  width: number,
  height: number,
  near: string,
  yaw: number | null,
  above: number | null,
  distance: number | null,
  brightness: number | null,
  contrast: number | null,
];

type ShortResult = readonly [
  test: string,
  side: string | null,
  estimate: ShortEstimate | null,
  trials: readonly ShortTrial[],
  marks: readonly (readonly [string, number, number | null])[],
  setUp: ShortSetUp | null,
  end: string | null,
];

/** A session as it is packed. */
export type ShortSession = readonly [
  id: string,
  startedAt: number,
  timeZone: string,
  origin: string,
  firstSide: string | null,
  warmUp: string | null,
  clothing: string | null,
  gates: readonly string[],
  results: readonly ShortResult[],
];

/** Packs a session. */
export function shortened(session: Session): ShortSession {
  const { id, startedAt, timeZone, origin, firstSide, conditions, gates, results } = session;
  const { warmUp, clothing } = conditions;
  const short = results.map(shortResult);
  return [id, startedAt, timeZone, origin, firstSide, warmUp, clothing, gates, short];
}

/**
 * What `shortened` was given, as `listed` gives it. Trusts its argument: it is what this code packed. Parts are taken by
 * their places, as a list that is taken apart by a pattern takes twice as long, and there are half a million of them.
 */
export function lengthened(short: ShortSession): Session {
  return {
    id: short[0],
    startedAt: short[1],
    timeZone: short[2],
    origin: short[3],
    firstSide: short[4],
    conditions: { warmUp: short[5], clothing: short[6] },
    gates: short[7],
    results: short[8].map(wholeResult),
  } as Session;
}

function shortResult({ test, side, estimate, trials, marks, setUp, end }: Result): ShortResult {
  return [
    test,
    side,
    estimate && shortEstimate(estimate),
    trials.map(shortTrial),
    marks.map(({ sensation, trial, angle }) => [sensation, trial, angle] as const),
    setUp && shortSetUp(setUp),
    end,
  ];
}

function wholeResult(short: ShortResult): Result {
  const estimate = short[2];
  const setUp = short[5];
  return {
    test: short[0],
    side: short[1],
    estimate: estimate && wholeEstimate(estimate),
    trials: short[3].map(wholeTrial),
    marks: short[4].map(wholeMark),
    setUp: setUp && wholeSetUp(setUp),
    end: short[6],
  } as Result;
}

function wholeMark(short: ShortResult[4][number]): Mark {
  return { sensation: short[0], trial: short[1], angle: short[2] } as Mark;
}

function shortEstimate({ value, halfWidth95 }: Estimate): ShortEstimate {
  return [value, halfWidth95];
}

function wholeEstimate(short: ShortEstimate): Estimate {
  return { value: short[0], halfWidth95: short[1] };
}

function shortTrial(trial: Trial): ShortTrial {
  if (trial.kind === 'refused') return [trial.reason, trial.amount];
  const { side, quantities, camera } = trial;
  const short: Record<string, ShortEstimate> = {};
  for (const [name, estimate] of Object.entries(quantities)) short[name] = shortEstimate(estimate);
  return [side, short, camera && [camera.yaw, camera.pitch, camera.distance]];
}

const noCurve: readonly TracePoint[] = [];

function wholeTrial(short: ShortTrial): Trial {
  if (short.length === 2) return { kind: 'refused', reason: short[0], amount: short[1] } as Trial;
  const quantities: Record<string, Estimate> = {};
  for (const name in short[1]) quantities[name] = wholeEstimate(short[1][name] as ShortEstimate);
  const lens = short[2];
  const camera = lens && { yaw: lens[0], pitch: lens[1], distance: lens[2] };
  return { kind: 'measured', side: short[0], quantities, trace: noCurve, camera } as Trial;
}

function shortSetUp({ camera, frame, near, yaw, height, distance, light }: SetUp): ShortSetUp {
  const { brightness, contrast } = light ?? { brightness: null, contrast: null };
  const { width, height: tall } = frame;
  return [camera, width, tall, near, yaw, height, distance, brightness, contrast];
}

function wholeSetUp(short: ShortSetUp): SetUp {
  return {
    camera: short[0],
    frame: { width: short[1], height: short[2] },
    near: short[3],
    yaw: short[4],
    height: short[5],
    distance: short[6],
    light: short[7] === null ? null : { brightness: short[7], contrast: short[8] },
    outline: null,
  } as SetUp;
}
