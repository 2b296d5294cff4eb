import { between, length, middle, type Vector } from '../geometry/vector.ts';
import { centre } from './facing.ts';
import type { BodyPoints } from './pose.ts';

/** A disc in a frame, in its pixels. */
export interface Disc {
  readonly centre: Vector;
  readonly radius: number;
}

/**
 * Chosen: on the rendered stills the crown, the farthest point of a head, is 0.54 and 0.64 shoulder-to-ear
 * lengths from between ears and nose; the rest is for chin, hair and the model's error.
 */
const ofNeck = 0.85;

/** Chosen: where the head hangs or the shoulders are pulled up, a head is still this share of the trunk. */
const ofTrunk = 0.35;

/** The disc in which the whole head of a body seen from the side lies. */
export function headOf(points: BodyPoints): Disc {
  const ears = centre(points, 'ear');
  const shoulders = centre(points, 'shoulder');
  const neck = length(between(shoulders, ears));
  const trunk = length(between(shoulders, centre(points, 'hip')));
  return {
    centre: middle(ears, points.keypoints.nose),
    radius: Math.max(ofNeck * neck, ofTrunk * trunk),
  };
}
