import { facingOf, nearSide, sided } from '../../src/core/body/facing.ts';
import { keypointNames, type Pose } from '../../src/core/body/pose.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import type { HeldMoment } from '../../src/core/measure/held.ts';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import type { Correction } from '../../src/core/session/correction.ts';
import type { Outline } from '../../src/core/session/set-up.ts';
import { newId } from '../../src/store/ids.ts';
import { estimate, sessionOn } from './sessions.ts';

/** A held moment out of one pose, with the start position at 0 degrees. */
export function heldOf(pose: Pose, { test, side }: Step): HeldMoment {
  const facing = facingOf(pose, protocolOf(test).posture);
  const { keypoints, frame, capturedAt } = sided(pose, facing);
  const outline = Object.fromEntries(
    keypointNames.map((name) => {
      const { x, y } = keypoints[name];
      return [name, { x: x / frame.width, y: y / frame.height }];
    }),
  ) as Outline;
  const own = side ?? nearSide(facing);
  return { test, at: capturedAt, frame, side: own, facing, rest: degrees(0), outline };
}

/** A correction of the first left leg raise of the visit on day 0, made some minutes after it. */
export function correction(value: number, minutes = 5, of: Partial<Correction> = {}): Correction {
  const { id: sessionId, startedAt } = sessionOn(0);
  return {
    id: newId(),
    sessionId,
    test: 'slr',
    side: 'left',
    trial: 0,
    correctedAt: startedAt + minutes * 60_000,
    joints: { ankle: { before: { x: 0.5, y: 0.25 }, after: { x: 0.5, y: 0.2 } } },
    estimate: estimate(value),
    automatic: estimate(70),
    ...of,
  };
}
