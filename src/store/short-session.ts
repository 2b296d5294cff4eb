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

/** What `shortened` was given, as `listed` gives it. Trusts its argument: it is what this code packed. */
export function lengthened(short: ShortSession): Session {
  const [id, startedAt, timeZone, origin, firstSide, warmUp, clothing, gates, results] = short;
  const conditions = { warmUp, clothing };
  const session = { id, startedAt, timeZone, origin, firstSide, conditions, gates };
  return { ...session, results: results.map(wholeResult) } as Session;
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

function wholeResult([test, side, estimate, trials, marks, setUp, end]: ShortResult): Result {
  return {
    test,
    side,
    estimate: estimate && wholeEstimate(estimate),
    trials: trials.map(wholeTrial),
    marks: marks.map(([sensation, trial, angle]) => ({ sensation, trial, angle }) as Mark),
    setUp: setUp && wholeSetUp(setUp),
    end,
  } as Result;
}

function shortEstimate({ value, halfWidth95 }: Estimate): ShortEstimate {
  return [value, halfWidth95];
}

function wholeEstimate([value, halfWidth95]: ShortEstimate): Estimate {
  return { value, halfWidth95 };
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
  if (short.length === 2) {
    const [reason, amount] = short;
    return { kind: 'refused', reason, amount } as Trial;
  }
  const [side, estimates, lens] = short;
  const quantities: Record<string, Estimate> = {};
  for (const name in estimates) {
    const estimate = estimates[name];
    if (estimate !== undefined) quantities[name] = wholeEstimate(estimate);
  }
  const camera = lens && { yaw: lens[0], pitch: lens[1], distance: lens[2] };
  return { kind: 'measured', side, quantities, trace: noCurve, camera } as Trial;
}

function shortSetUp({ camera, frame, near, yaw, height, distance, light }: SetUp): ShortSetUp {
  const { brightness, contrast } = light ?? { brightness: null, contrast: null };
  const { width, height: tall } = frame;
  return [camera, width, tall, near, yaw, height, distance, brightness, contrast];
}

function wholeSetUp(short: ShortSetUp): SetUp {
  const [camera, width, tall, near, yaw, height, distance, brightness, contrast] = short;
  const frame = { width, height: tall };
  const light = brightness === null ? null : { brightness, contrast };
  return { camera, frame, near, yaw, height, distance, light, outline: null } as SetUp;
}
