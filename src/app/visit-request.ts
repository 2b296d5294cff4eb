import type { Step } from '../core/protocol/protocol.ts';
import type { FrameOrigin } from '../core/session/session.ts';
import type { Conditions } from '../core/session/set-up.ts';

/** What the person has asked for: which steps, seen by what. A file belongs to a video alone. */
export interface VisitRequest {
  readonly steps: readonly [Step, ...Step[]];
  readonly origin: FrameOrigin;
  readonly file: Blob | null;
  /** What the person has told of the circumstances. */
  readonly conditions: Conditions;
}
