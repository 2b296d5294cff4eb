import type { BodySide } from '../../src/core/body/pose.ts';
import type { RefusalReason, Step } from '../../src/core/protocol/protocol.ts';
import type { Result } from '../../src/core/session/session.ts';
import { estimate, untold } from './sessions.ts';

/** A leg raise of one side that gave a number with its 95 % half-width, in degrees. */
export function raise(side: BodySide, value: number, halfWidth95 = 4): Result {
  return { test: 'slr', side, estimate: estimate(value, halfWidth95), trials: [], ...untold };
}

/** A forward bend that gave a number, in degrees. */
export function bend(value: number): Result {
  return { test: 'forward-bend', side: null, estimate: estimate(value), trials: [], ...untold };
}

/** A knee straightening that gave a number: the knee flexion that was left, in degrees. */
export function straightening(side: BodySide, value: number): Result {
  return { test: 'ake', side, estimate: estimate(value), trials: [], ...untold };
}

/** A chair reach that gave a number, in degrees. */
export function reach(side: BodySide, value: number): Result {
  return { test: 'chair-reach', side, estimate: estimate(value), trials: [], ...untold };
}

/** A step none of whose repetitions gave a number, all for the same reason. */
export function unmeasured(step: Step, reason: RefusalReason): Result {
  const trials = [{ kind: 'refused', reason, amount: null }] as const;
  return { ...step, estimate: null, trials, ...untold };
}
