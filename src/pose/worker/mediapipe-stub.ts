/**
 * Stands in for the class of `@mediapipe/pose`, which pose-detection imports for its MediaPipe runtime;
 * Vite puts it there. Limber uses the tfjs runtime only, so nothing constructs it. Throws always.
 */
export function Pose(): never {
  throw new Error('The MediaPipe runtime is not part of Limber');
}
