import { createDetector, SupportedModels, type Keypoint } from '@tensorflow-models/pose-detection';
import '@tensorflow/tfjs-backend-wasm';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { env, ready, setBackend } from '@tensorflow/tfjs-core';
import type { BodySide } from '../../src/core/body/pose.ts';
import type { Quantity, Step } from '../../src/core/protocol/protocol.ts';
import { findPlateau } from '../../src/core/signal/plateau.ts';
import { median } from '../../src/core/signal/robust.ts';
import { openVideo } from '../../src/pose/video-file.ts';

/*
 * What one gets by using pose-detection as its documentation shows (BlazePose full, defaults), with the
 * textbook three-point angle: unsigned, no rest line, no side lock, no calibration.
 */

export type Angles = Readonly<Partial<Record<Quantity, number>>>;

declare global {
  interface Window {
    baseline?: (url: string, kind: 'still' | 'trial', step: Step) => Promise<Angles | null>;
  }
}

env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threaded,
});
await setBackend('wasm');
await ready();
const detector = await createDetector(SupportedModels.BlazePose, {
  runtime: 'tfjs',
  modelType: 'full',
  detectorModelUrl: '/models/blazepose-detector.json',
  landmarkModelUrl: '/models/blazepose-full.json',
});

window.baseline = async (url, kind, step) => {
  const file = await (await fetch(url)).blob();
  detector.reset();
  if (kind === 'still') return anglesOf(await createImageBitmap(file), step);
  return heldAngles(file, step);
};

async function heldAngles(file: Blob, step: Step): Promise<Angles | null> {
  const source = await openVideo(file);
  const frames: { at: number; angles: Angles }[] = [];
  const never = new AbortController().signal;
  for (let frame = await source.next(never); frame; frame = await source.next(never)) {
    const angles = await anglesOf(frame.picture, step);
    if (angles) frames.push({ at: frame.capturedAt, angles });
  }
  source.close();
  return middle(held(frames, step).map(({ angles }) => angles));
}

/** The held frames by the textbook angle's own plateau; where it finds none, the tenth farthest out. */
function held<Frame extends { at: number; angles: Angles }>(
  frames: readonly Frame[],
  step: Step,
): readonly Frame[] {
  const quantity: Quantity = step.test === 'ake' ? 'knee-flexion' : 'hip-flexion';
  const direction = step.test === 'ake' ? -1 : 1;
  const value = (frame: Frame): number => frame.angles[quantity] ?? NaN;
  const trace = frames.map((frame) => ({ at: frame.at, value: value(frame) }));
  const plateau = findPlateau(trace, { direction, minMs: 1000, maxSpread: 2, maxSpeed: 3 });
  if (plateau) return frames.slice(plateau.first, plateau.last + 1);
  const sorted = [...frames].sort((a, b) => (value(b) - value(a)) * direction);
  return sorted.slice(0, Math.ceil(sorted.length / 10));
}

function middle(all: readonly Angles[]): Angles | null {
  const [first] = all;
  if (!first) return null;
  const names = Object.keys(first) as Quantity[];
  return Object.fromEntries(
    names.map((name) => [name, median(all.map((each) => each[name] ?? NaN))]),
  );
}

async function anglesOf(picture: ImageBitmap, step: Step): Promise<Angles | null> {
  const [pose] = await detector.estimatePoses(picture);
  picture.close();
  if (!pose) return null;
  const side = step.side ?? likelierSide(pose.keypoints);
  const at = (name: string): Keypoint => find(pose.keypoints, `${side}_${name}`);
  const hip = 180 - corner(at('shoulder'), at('hip'), at('knee'));
  const knee = 180 - corner(at('hip'), at('knee'), at('ankle'));
  if (step.test === 'ake') return { 'knee-flexion': knee };
  if (step.test === 'slr') return { 'leg-raise': hip, 'hip-flexion': hip, 'knee-flexion': knee };
  const above = { x: at('hip').x, y: at('hip').y - 1 };
  const trunk = corner(at('shoulder'), at('hip'), above);
  return { 'hip-flexion': hip, 'knee-flexion': knee, 'trunk-inclination': trunk };
}

/** The side with the better seen hip, knee and ankle, as examples do where no side is given. */
function likelierSide(keypoints: readonly Keypoint[]): BodySide {
  const score = (side: BodySide): number =>
    ['hip', 'knee', 'ankle'].reduce(
      (sum, name) => sum + (find(keypoints, `${side}_${name}`).score ?? 0),
      0,
    );
  return score('left') > score('right') ? 'left' : 'right';
}

function find(keypoints: readonly Keypoint[], name: string): Keypoint {
  const found = keypoints.find((keypoint) => keypoint.name === name);
  if (!found) throw new Error(`pose-detection gives no ${name}`);
  return found;
}

/** The unsigned angle at `b` between `a` and `c`, 0 to 180 degrees. */
function corner(a: Point, b: Point, c: Point): number {
  const turn = Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(a.y - b.y, a.x - b.x);
  const angle = Math.abs((turn * 180) / Math.PI);
  return angle > 180 ? 360 - angle : angle;
}

interface Point {
  readonly x: number;
  readonly y: number;
}
