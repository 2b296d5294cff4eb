import type { Quantity } from '../core/protocol/protocol.ts';
import { automaticOf, type CorrectedSession, type ShownResult } from '../core/session/corrected.ts';
import type { Correction, Joint } from '../core/session/correction.ts';
import { bestTrial } from '../core/session/kept-motions.ts';
import { belongsTo } from '../core/session/session.ts';
import type { SetUp } from '../core/session/set-up.ts';
import type { Estimate, Mark, MeasuredTrial, TracePoint, Trial } from '../core/session/trial.ts';
import type {
  SharedCorrection,
  SharedMotion,
  SharedResult,
  SharedSession,
  SharedSetUp,
  SharedTrial,
} from './content.ts';
import { shortNumber } from './short-number.ts';

/** Milliseconds between two points of a shared curve; chosen: ten a second show a slow movement whole. */
const curveEvery = 100;

/**
 * A session as it is shared; `withCurves`: with one curve for each result, that of its motion where there is one, else
 * of its best trial.
 */
export function shortSession(
  { id, startedAt, timeZone, origin, conditions, results }: CorrectedSession,
  withCurves: boolean,
  motions: readonly SharedMotion[] = [],
): SharedSession {
  const own = motions.filter(({ sessionId }) => sessionId === id);
  const short = results.map((result) => {
    const motion = own.find((one) => belongsTo(one, result));
    return shortResult(result, withCurves ? (motion?.trial ?? bestTrial(result)) : null);
  });
  return { id, startedAt, timeZone, origin, conditions, results: short };
}

/** A correction as it is shared. */
export function shortCorrection(correction: Correction): SharedCorrection {
  const { id, sessionId, test, side, trial, correctedAt, joints, estimate, automatic } = correction;
  return {
    id,
    sessionId,
    test,
    side,
    trial,
    correctedAt,
    joints: Object.keys(joints) as Joint[],
    estimate: shortEstimate(estimate),
    automatic: shortEstimate(automatic),
  };
}

/** A number with one decimal, that is shown as the same whole one. */
export function shortEstimate({ value, halfWidth95 }: Estimate): Estimate {
  return { value: shortNumber(value), halfWidth95: shortNumber(halfWidth95) };
}

/** `best`: whose curve goes along; null for none. */
function shortResult(result: ShownResult, best: number | null): SharedResult {
  const { test, side, estimate, trials, marks, setUp, end } = result;
  const automatic = automaticOf(result);
  return {
    test,
    side,
    estimate: estimate && shortEstimate(estimate),
    automatic: automatic && shortEstimate(automatic),
    trials: trials.map((trial, index) => shortTrial(trial, index === best)),
    marks: marks.map(shortMark),
    setUp: setUp && shortSetUp(setUp),
    end,
  };
}

function shortTrial(trial: Trial, withCurve: boolean): SharedTrial {
  if (trial.kind === 'refused') return trial;
  const { kind, side, quantities, camera, trace } = trial;
  return {
    kind,
    side,
    quantities: shortQuantities(quantities),
    camera: camera && {
      yaw: shortNumber(camera.yaw),
      pitch: shortNumber(camera.pitch),
      distance: shortNumber(camera.distance),
    },
    curve: withCurve && trace.length > 0 ? thinned(trace) : null,
  };
}

function shortQuantities(quantities: MeasuredTrial['quantities']): MeasuredTrial['quantities'] {
  const short = Object.entries(quantities).map(
    ([name, estimate]) => [name as Quantity, shortEstimate(estimate)] as const,
  );
  return Object.fromEntries(short);
}

function shortMark({ sensation, trial, angle }: Mark): Mark {
  return { sensation, trial, angle: angle === null ? null : shortNumber(angle) };
}

function shortSetUp({ frame, near, yaw, height, distance, light }: SetUp): SharedSetUp {
  return {
    frame: { width: frame.width, height: frame.height },
    near,
    yaw: yaw === null ? null : shortNumber(yaw),
    height: height === null ? null : shortNumber(height),
    distance: distance === null ? null : shortNumber(distance),
    light: light && {
      brightness: hundredths(light.brightness),
      contrast: hundredths(light.contrast),
    },
  };
}

function hundredths(share: number): number {
  return Math.round(share * 100) / 100 + 0;
}

/** The first and last point, and between them none nearer to the one before than `curveEvery`. */
function thinned(trace: readonly TracePoint[]): readonly (readonly [number, number])[] {
  let last = -Infinity;
  return trace.flatMap(({ at, angle }, index) => {
    if (at - last < curveEvery && index !== trace.length - 1) return [];
    last = at;
    return [[Math.round(at) + 0, shortNumber(angle)] as const];
  });
}
