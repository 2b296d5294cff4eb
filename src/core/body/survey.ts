import type { Vector } from '../geometry/vector.ts';
import type { BodySide, Landmark } from './pose.ts';

/** The landmarks that the model which finds several bodies has in common with the one that measures. */
export const surveyedLandmarks = [
  'ear',
  'shoulder',
  'elbow',
  'wrist',
  'hip',
  'knee',
  'ankle',
] as const satisfies readonly Landmark[];

export type SurveyedPoint = 'nose' | `${BodySide}-${(typeof surveyedLandmarks)[number]}`;

/** One of the bodies in a frame: roughly where it is, too rough to be measured. */
export interface Body {
  /** How sure the model is that there is one, 0 to 1. */
  readonly score: number;
  /** Shares of the frame's width and height, origin top left. */
  readonly points: Readonly<Record<SurveyedPoint, Vector>>;
}

/** One search of a frame for all bodies in it. `capturedAt` is the frame's own time in milliseconds. */
export interface Survey {
  readonly capturedAt: number;
  readonly bodies: readonly Body[];
}
