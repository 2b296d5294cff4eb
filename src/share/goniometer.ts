import type { Step } from '../core/protocol/protocol.ts';
import type { Degrees } from '../core/geometry/angle.ts';
import { belongsTo } from '../core/session/session.ts';
import type { Shared } from './content.ts';

/**
 * What a therapist read off a goniometer for one result. It stands beside the camera's number and never in its place:
 * two ways of measuring make no line. Never changes; the latest of a result counts.
 */
export interface GoniometerValue extends Step {
  /** UUIDv7. */
  readonly id: string;
  readonly sessionId: string;
  readonly value: Degrees;
  /** When it was typed: milliseconds since 1970, UTC. */
  readonly at: number;
}

/** What was shared, with what a therapist has measured beside it. */
export interface Checked extends Shared {
  readonly goniometer: readonly GoniometerValue[];
}

/** The goniometer's value beside a result of a session; null where there is none. */
export function goniometerOf(
  shared: Shared | Checked,
  sessionId: string,
  step: Step,
): GoniometerValue | null {
  if (!('goniometer' in shared)) return null;
  return shared.goniometer.reduce<GoniometerValue | null>((latest, one) => {
    if (one.sessionId !== sessionId || !belongsTo(one, step)) return latest;
    return latest === null || isLater(one, latest) ? one : latest;
  }, null);
}

function isLater(one: GoniometerValue, other: GoniometerValue): boolean {
  return one.at > other.at || (one.at === other.at && one.id > other.id);
}
