import { Failure, type FailureCode } from '../core/errors.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { Session } from '../core/session/session.ts';
import type { Unfinished } from '../core/session/unfinished.ts';
import type { GravityWatch } from '../pose/gravity.ts';
import { Check } from './check.svelte.ts';
import type { Coach } from './coach.ts';
import type { Engine, PoseEstimator } from './engine.svelte.ts';
import { FrameSupply, type CameraFrames, type FrameOpeners } from './frame-supply.ts';
import { videoPace } from './guided-step.ts';
import type { HeldPictures } from './held-pictures.ts';
import { SecondLook } from './second-look.ts';
import type { VisitRequest } from './visit-request.ts';

/** Where a visit stands. When it is over, `unkept` says why its session could not be stored. */
export type VisitState =
  | { readonly at: 'idle' }
  | { readonly at: 'preparing' }
  | { readonly at: 'measuring'; readonly check: Check }
  | { readonly at: 'failed'; readonly code: FailureCode }
  | { readonly at: 'over'; readonly session: Session; readonly unkept: FailureCode | null };

/** What a visit is made of; all that touches the outside world comes in here. */
export interface VisitParts {
  readonly openers: FrameOpeners;
  readonly engine: Engine;
  readonly heldPictures: HeldPictures;
  /** The larger model's engine, for the second look; a visit does without where it cannot be loaded. */
  readonly secondEngine: Engine;
  readonly save: (session: Session) => Promise<void>;
  /** Told what a running check has given so far, and null when there is nothing left to go on with. */
  readonly remember: (unfinished: Unfinished | null) => void;
  /** Watches how the camera of a stream stands. */
  readonly watchGravity: (stream: MediaStream) => GravityWatch;
  /** Who looks at the set-up of a step before a camera; null for nobody. */
  readonly coachOf: (step: Step) => Coach | null;
  /** Told that the running check has been cut off by a failure. */
  readonly cutOff: () => void;
  /** Tells other tabs that a check runs in this one; gives the function that ends it. */
  readonly claim: () => () => void;
  /** From the end of a measured repetition to the next before a camera, in milliseconds. */
  readonly restMs: () => number;
  readonly newId: () => string;
  readonly now: () => number;
  readonly timeZone: () => string;
}

/** The id of a sample's session, which is shown and never stored. */
export const sampleId = 'sample';

/** The way from a request to a stored session: opens the frames, loads the engine, runs the check. */
export class Visit {
  readonly #parts: VisitParts;
  #leaving = new AbortController();
  #request: VisitRequest | null = $state.raw(null);
  #state: VisitState = $state.raw({ at: 'idle' });
  #stream: MediaStream | null = $state.raw(null);
  /** The running visit's session with its results so far. */
  #session: Session | null = null;
  /** How many sessions are being stored just now. */
  #storing = $state.raw(0);

  constructor(parts: VisitParts) {
    this.#parts = parts;
  }

  get state(): VisitState {
    return this.#state;
  }

  /** What was asked for last; null before the first request. */
  get request(): VisitRequest | null {
    return this.#request;
  }

  /** The camera's stream for the preview; null for a video and while no camera is open. */
  get stream(): MediaStream | null {
    return this.#stream;
  }

  /** Whether a check runs or its session is being stored: what it gives is for the person whose turn it is. */
  get isBusy(): boolean {
    return this.#storing > 0 || this.#state.at === 'preparing' || this.#state.at === 'measuring';
  }

  get engine(): Engine {
    return this.#parts.engine;
  }

  /**
   * Loads the models while the person still reads: first the one that no frame can do without. The other is then there
   * when a set-up is looked at, and does not slow the first repetition down by loading.
   */
  warmUp(): void {
    const { engine, secondEngine } = this.#parts;
    void engine.load().then(
      () => {
        secondEngine.warmUp();
      },
      // Told when the engine is needed.
      () => undefined,
    );
  }

  /** Starts a visit; one that runs is left. */
  begin(request: VisitRequest): void {
    const { now, newId, timeZone } = this.#parts;
    const { origin, firstSide, conditions } = request;
    const id = origin === 'sample' ? sampleId : newId();
    const session = { id, startedAt: now(), timeZone: timeZone(), origin, firstSide, conditions };
    this.#start(request, { ...session, results: [] });
  }

  /** Does again what was asked for last; before a camera from the last finished repetition on. */
  again(): void {
    if (this.#request === null || this.#session === null) return;
    if (this.#request.origin === 'camera') this.#start(this.#request, this.#session);
    else this.begin(this.#request);
  }

  /** Goes on with a check that was cut off, from its last finished repetition. */
  resume({ session, steps }: Unfinished): void {
    const { origin, firstSide, conditions } = session;
    this.#start({ steps, origin, files: [], firstSide, conditions }, session);
  }

  /** Ends a check that was cut off with what it has given, and keeps that. */
  async conclude({ session }: Unfinished): Promise<void> {
    this.leave();
    // Those of a visit that is over belong to another session.
    this.#parts.heldPictures.drop();
    await this.#end(session);
  }

  /** Ends a running visit and keeps nothing of it. One that is over stays, for its result. */
  leave(): void {
    this.#leaving.abort();
    this.#stream = null;
    if (this.#state.at === 'over') return;
    if (this.#state.at === 'measuring') this.#parts.remember(null);
    this.#parts.heldPictures.drop();
    this.#state = { at: 'idle' };
  }

  /** Somebody else's turn: nothing of the last visit stays, also not a session that could not be stored. */
  forget(): void {
    this.leave();
    this.#parts.heldPictures.drop();
    this.#request = null;
    this.#session = null;
    this.#state = { at: 'idle' };
  }

  /** Tries once more to store the session of a visit that is over. */
  async keep(): Promise<void> {
    if (this.#state.at !== 'over' || this.#state.unkept === null) return;
    const { session } = this.#state;
    this.#state = { at: 'over', session, unkept: await this.#store(session) };
  }

  #start(request: VisitRequest, session: Session): void {
    this.leave();
    const leaving = new AbortController();
    this.#leaving = leaving;
    this.#parts.heldPictures.drop();
    this.#request = request;
    this.#session = session;
    this.#state = { at: 'preparing' };
    void this.#run(request, session, leaving.signal);
  }

  async #run(request: VisitRequest, session: Session, signal: AbortSignal): Promise<void> {
    const { engine, secondEngine, openers } = this.#parts;
    const supply = new FrameSupply(request, openers);
    const secondLook = new SecondLook(
      () => secondEngine.loaded,
      () => {
        secondEngine.discard();
        secondEngine.warmUp();
      },
    );
    const release = this.#parts.claim();
    let gravity: GravityWatch | null = null;
    try {
      const [estimator, camera] = await Promise.all([
        engine.load(),
        this.#preview(supply, request, signal),
      ]);
      signal.throwIfAborted();
      secondEngine.warmUp();
      gravity = camera && this.#parts.watchGravity(camera.stream);
      const name = camera === null || camera.label === '' ? null : camera.label;
      const check = this.#checkOf(request, session, estimator, supply, secondLook, name, gravity);
      if (camera) signal.addEventListener('abort', pauseWhenStalled(check, camera));
      this.#state = { at: 'measuring', check };
      const results = await check.run(signal);
      await this.#end({ ...session, results });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Failure)) throw error;
      if (error.code.startsWith('engine-') || error.code.startsWith('model-')) engine.discard();
      this.#parts.cutOff();
      this.#state = { at: 'failed', code: error.code };
    } finally {
      if (!signal.aborted) this.#stream = null;
      secondLook.drop();
      gravity?.stop();
      release();
      await supply.close();
    }
  }

  async #preview(
    supply: FrameSupply,
    request: VisitRequest,
    signal: AbortSignal,
  ): Promise<CameraFrames | null> {
    if (request.origin !== 'camera') return null;
    const camera = await supply.camera();
    if (!signal.aborted) this.#stream = camera.stream;
    return camera;
  }

  #checkOf(
    request: VisitRequest,
    session: Session,
    estimator: PoseEstimator,
    supply: FrameSupply,
    secondLook: SecondLook,
    camera: string | null,
    gravity: GravityWatch | null,
  ): Check {
    const { steps, origin } = request;
    const isLive = origin === 'camera';
    return new Check({
      steps,
      sourceOf: async (index) => {
        const source = await supply.of(index);
        estimator.reset();
        return source;
      },
      estimate: (frame) => estimator.estimate(frame),
      secondLook,
      pace: isLive ? { restMs: this.#parts.restMs(), isLive, camera } : videoPace,
      gravity: () => gravity?.latest() ?? null,
      coachOf: (step) => (isLive ? this.#parts.coachOf(step) : null),
      earlier: session.results,
      keepHeld: (step, trial, held) => this.#parts.heldPictures.keep(step, trial, held),
      onprogress: (results) => {
        this.#session = { ...session, results };
        if (isLive) this.#parts.remember({ session: this.#session, steps });
      },
    });
  }

  async #end(session: Session): Promise<void> {
    const unkept = session.origin === 'sample' ? null : await this.#store(session);
    this.#parts.heldPictures.belongTo(session.id);
    this.#state = { at: 'over', session, unkept };
  }

  async #store(session: Session): Promise<FailureCode | null> {
    this.#storing += 1;
    try {
      await this.#parts.save(session);
      this.#parts.remember(null);
      return null;
    } catch (error) {
      if (error instanceof Failure) return error.code;
      throw error;
    } finally {
      this.#storing -= 1;
    }
  }
}

/** Lets a check wait while its camera gives no picture; gives the function that ends it. */
function pauseWhenStalled(check: Check, camera: CameraFrames): () => void {
  return camera.watchStall((isStalled) => {
    if (isStalled) check.pause('stalled');
    else check.resume('stalled');
  });
}
