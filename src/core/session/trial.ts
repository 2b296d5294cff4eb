import type { BodySide } from '../body/pose.ts';
import { degrees, type Degrees } from '../geometry/angle.ts';
import type { Quantity, RefusalReason } from '../protocol/protocol.ts';

/** A number with its 95 % half-width, both in degrees. */
export interface Estimate {
  readonly value: Degrees;
  readonly halfWidth95: Degrees;
}

/**
 * One point of the raw curve kept with a trial: milliseconds since its first usable frame, and the test's angle as that
 * frame shows it, in degrees, turned so that it grows with the movement.
 */
export interface TracePoint {
  readonly at: number;
  readonly angle: number;
}

/** The camera as the arc fit found it; null where it could not tell. Yaw in degrees, 0 is side-on. */
export interface CameraFit {
  readonly yaw: Degrees;
  readonly pitch: Degrees;
  /** Distance in leg lengths. */
  readonly distance: number;
}

export interface MeasuredTrial {
  readonly kind: 'measured';
  /** The measured leg (for a bend: the side near the camera). */
  readonly side: BodySide;
  readonly quantities: Readonly<Partial<Record<Quantity, Estimate>>>;
  readonly trace: readonly TracePoint[];
  readonly camera: CameraFit | null;
}

export interface RefusedTrial {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** What was seen beyond the limit, in degrees, where that is what the reason is about (knee bent by 18). */
  readonly amount: Degrees | null;
}

/** What became of one repetition: a number, or the reason why there is none. */
export type Trial = MeasuredTrial | RefusedTrial;

/** What a person can tell while they move; pain ends the test. */
export const sensations = ['stretch', 'pain'] as const;
export type Sensation = (typeof sensations)[number];

/** A sensation at the moment at which it was told. */
export interface Mark {
  readonly sensation: Sensation;
  /** Which of the result's trials it belongs to, from 0: also the one that was cut off by it. */
  readonly trial: number;
  /** The test's number as the picture showed it, uncorrected; null where the body was not seen. */
  readonly angle: Degrees | null;
}

/** A refusal; `amount` in degrees where the reason is about something bent, lifted or turned. */
export function refusal(reason: RefusalReason, amount: number | null = null): RefusedTrial {
  return { kind: 'refused', reason, amount: amount === null ? null : degrees(Math.round(amount)) };
}
