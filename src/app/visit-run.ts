import { Failure, type FailureCode } from '../core/errors.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { BodyMotion } from '../core/session/motion.ts';
import type { Result } from '../core/session/session.ts';
import type { GravityWatch } from '../pose/gravity.ts';
import { Check } from './check.svelte.ts';
import type { Coach } from './coach.ts';
import type { Engine, PoseEstimator } from './engine.svelte.ts';
import { FrameSupply, type CameraFrames, type FrameOpeners } from './frame-supply.ts';
import { videoPace } from './guided-step.ts';
import type { HeldPictures } from './held-pictures.ts';
import { SecondLook } from './second-look.ts';
import type { VisitRequest } from './visit-request.ts';

/** What the run of a visit is made of. */
export interface RunParts {
  readonly openers: FrameOpeners;
  readonly engine: Engine;
  readonly heldPictures: HeldPictures;
  /** The larger model's engine, for the second look; a visit does without where it cannot be loaded. */
  readonly secondEngine: Engine;
  /** Watches how the camera of a stream stands. */
  readonly watchGravity: (stream: MediaStream) => GravityWatch;
  /** Who looks at the set-up of a step before a camera; null for nobody. */
  readonly coachOf: (step: Step) => Coach | null;
  /** Tells other tabs that a check runs in this one; gives the function that ends it. */
  readonly claim: () => () => void;
  /** From the end of a measured repetition to the next before a camera, in milliseconds. */
  readonly restMs: () => number;
}

/** What a run tells, in this order. One that is left tells neither a failure nor its end. */
export interface RunEvents {
  readonly opened: (stream: MediaStream) => void;
  readonly measuring: (check: Check) => void;
  /** How the body moved in a repetition that was measured; told before the results with it. */
  readonly moved: (step: Step, trial: number, motion: BodyMotion) => void;
  /** All results so far, whenever something was added to them. */
  readonly progressed: (results: readonly Result[]) => void;
  /** The run goes on holding what it holds until this is done. */
  readonly measured: (results: readonly Result[]) => Promise<void>;
  readonly failed: (code: FailureCode) => void;
  /** No more frames come. */
  readonly closed: () => void;
}

/** What is in hand while frames are read. */
interface Running {
  readonly estimator: PoseEstimator;
  readonly supply: FrameSupply;
  readonly secondLook: SecondLook;
  readonly camera: CameraFrames | null;
  readonly gravity: GravityWatch | null;
}

/**
 * Opens the frames that a request asks for, loads the engine, runs the check and closes all of it again. `earlier`:
 * what the check had given before it was cut off. Aborting `signal` leaves it.
 */
export async function runVisit(
  parts: RunParts,
  request: VisitRequest,
  earlier: readonly Result[],
  events: RunEvents,
  signal: AbortSignal,
): Promise<void> {
  const { engine, secondEngine } = parts;
  const supply = new FrameSupply(request, parts.openers);
  const secondLook = new SecondLook(
    () => secondEngine.loaded,
    () => {
      secondEngine.discard();
      secondEngine.warmUp();
    },
  );
  const release = parts.claim();
  let gravity: GravityWatch | null = null;
  try {
    const opening = openCamera(supply, request, events, signal);
    const [estimator, camera] = await Promise.all([engine.load(), opening]);
    signal.throwIfAborted();
    secondEngine.warmUp();
    gravity = camera && parts.watchGravity(camera.stream);
    const running = { estimator, supply, secondLook, camera, gravity };
    const check = checkOf(parts, request, earlier, running, events);
    if (camera) signal.addEventListener('abort', pauseWhenStalled(check, camera));
    events.measuring(check);
    await events.measured(await check.run(signal));
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof Failure)) throw error;
    if (error.code.startsWith('engine-') || error.code.startsWith('model-')) engine.discard();
    events.failed(error.code);
  } finally {
    if (!signal.aborted) events.closed();
    secondLook.drop();
    gravity?.stop();
    release();
    await supply.close();
  }
}

async function openCamera(
  supply: FrameSupply,
  request: VisitRequest,
  events: RunEvents,
  signal: AbortSignal,
): Promise<CameraFrames | null> {
  if (request.origin !== 'camera') return null;
  const camera = await supply.camera();
  if (!signal.aborted) events.opened(camera.stream);
  return camera;
}

function checkOf(
  parts: RunParts,
  { steps, origin }: VisitRequest,
  earlier: readonly Result[],
  { estimator, supply, secondLook, camera, gravity }: Running,
  { moved, progressed }: RunEvents,
): Check {
  const isLive = origin === 'camera';
  const name = camera === null || camera.label === '' ? null : camera.label;
  return new Check({
    steps,
    sourceOf: async (index) => {
      const source = await supply.of(index);
      estimator.reset();
      return source;
    },
    estimate: (frame) => estimator.estimate(frame),
    secondLook,
    pace: isLive ? { restMs: parts.restMs(), isLive, camera: name } : videoPace,
    gravity: () => gravity?.latest() ?? null,
    coachOf: (step) => (isLive ? parts.coachOf(step) : null),
    earlier,
    keepHeld: (step, trial, held) => parts.heldPictures.keep(step, trial, held),
    keepMotion: moved,
    onprogress: progressed,
  });
}

/** Lets a check wait while its camera gives no picture; gives the function that ends it. */
function pauseWhenStalled(check: Check, camera: CameraFrames): () => void {
  return camera.watchStall((isStalled) => {
    if (isStalled) check.pause('stalled');
    else check.resume('stalled');
  });
}
