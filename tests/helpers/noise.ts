import type { KeypointName, Pose } from '../../src/core/body/pose.ts';

/** Normal noise of standard deviation 1, the same for the same seed (mulberry32, Box and Muller). */
export function noiseFrom(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** The pose with noise of the given standard deviation (pixels) on some of its points. */
export function shaken(
  pose: Pose,
  pixels: number,
  noise: () => number,
  which: readonly KeypointName[] = Object.keys(pose.keypoints) as KeypointName[],
): Pose {
  const keypoints = { ...pose.keypoints };
  for (const name of which) {
    const { x, y, score } = pose.keypoints[name];
    keypoints[name] = { x: x + pixels * noise(), y: y + pixels * noise(), score };
  }
  return { ...pose, keypoints };
}
