import type { BodySide } from '../core/body/pose.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { FrameOrigin } from '../core/session/session.ts';
import type { Conditions } from '../core/session/set-up.ts';

/** What the person has asked for: which steps, seen by what. */
export interface VisitRequest {
  readonly steps: readonly [Step, ...Step[]];
  readonly origin: FrameOrigin;
  /** The video of each step, in their order; none for the camera and the sample. */
  readonly files: readonly Blob[];
  /** Which side was drawn to be measured first; null where there was nothing to draw. */
  readonly firstSide: BodySide | null;
  /** What the person has told of the circumstances. */
  readonly conditions: Conditions;
}
