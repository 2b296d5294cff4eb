/**
 * Stands in for `@mediapipe/pose`, which pose-detection imports for its MediaPipe runtime. Limber uses the
 * tfjs runtime only, so this is never made. @throws always
 */
export class Pose {
  constructor() {
    throw new Error('The MediaPipe runtime is not part of Limber');
  }
}
