import { Failure, type FailureCode } from '../core/errors.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { Session } from '../core/session/session.ts';
import { stepsLeft, type Unfinished } from '../core/session/unfinished.ts';
import type { GravityWatch } from '../pose/gravity.ts';
import { Check } from './check.svelte.ts';
import type { Coach } from './coach.ts';
import type { Engine, PoseEstimator } from './engine.svelte.ts';
import { FrameSupply, type CameraFrames, type FrameOpeners } from './frame-supply.ts';
import { videoPace } from './guided-step.ts';
import type { HeldPictures } from './held-pictures.ts';
import type { Pass } from './pass.ts';
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
  /** Whether a check of these steps may begin with this pass of the safety gate. */
  readonly admits: (pass: Pass | null, steps: readonly Step[]) => boolean;
  /** Told that the check of a pass is over: it is good for no other. */
  readonly spend: (pass: Pass) => void;
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
  /** The pass of the visit that was begun last, as long as it is good for that. */
  #pass: Pass | null = null;
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

  /**
   * Starts a visit with what the safety gate gave for it, and says whether it did: only the sample, which shows somebody
   * else, needs no pass. One that runs is left.
   */
  begin(request: VisitRequest, pass: Pass | null): boolean {
    const { now, newId, timeZone } = this.#parts;
    const { origin, firstSide, conditions } = request;
    const id = origin === 'sample' ? sampleId : newId();
    const gates = pass === null ? [] : [pass.record.id];
    const session = { id, startedAt: now(), timeZone: timeZone(), origin, firstSide, conditions };
    return this.#start(request, { ...session, gates, results: [] }, pass);
  }

  /**
   * Does again what failed, as the same check with the same pass; before a camera from the last finished repetition on.
   * `file`: a video to do it with. Where the pass is not good any more, nothing is begun.
   */
  again(file: Blob | null = null): void {
    if (this.#request === null || this.#session === null) return;
    const request = this.#request;
    if (file !== null) {
      const files = request.steps.map(() => file);
      this.begin({ ...request, origin: 'video', files }, this.#pass);
    } else if (request.origin === 'camera') this.#start(request, this.#session, this.#pass);
    else this.begin(request, this.#pass);
  }

  /**
   * Goes on with a check that was cut off, from its last finished repetition, with a pass of its own: what cut it off may
   * have been a pain. Says whether it did: every step that is still to be done has to be open.
   */
  resume({ session, steps }: Unfinished, pass: Pass): boolean {
    const { origin, firstSide, conditions } = session;
    const request = { steps, origin, files: [], firstSide, conditions };
    return this.#start(request, { ...session, gates: [...session.gates, pass.record.id] }, pass);
  }

  /** Ends a running check that must not go on, as the tests were locked. What it has given can be kept. */
  interrupt(): void {
    if (this.#state.at !== 'preparing' && this.#state.at !== 'measuring') return;
    this.#parts.cutOff();
    this.#stop();
    this.#state = { at: 'idle' };
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
    if (this.#state.at === 'measuring') this.#parts.remember(null);
    const isOver = this.#state.at === 'over';
    this.#stop();
    if (isOver) return;
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

  #start(request: VisitRequest, session: Session, pass: Pass | null): boolean {
    const isSample = request.origin === 'sample';
    if (!isSample && !this.#parts.admits(pass, stepsLeft({ steps: request.steps, session }))) {
      if (pass !== null) this.#parts.spend(pass);
      this.forget();
      return false;
    }
    // The same check once more: leaving it must not spend its pass.
    if (pass === this.#pass) this.#pass = null;
    this.leave();
    const leaving = new AbortController();
    this.#leaving = leaving;
    this.#parts.heldPictures.drop();
    this.#request = request;
    this.#session = session;
    this.#pass = isSample ? null : pass;
    this.#state = { at: 'preparing' };
    void this.#run(request, session, leaving.signal);
    return true;
  }

  /** Ends what runs; its pass is good for nothing else. */
  #stop(): void {
    this.#leaving.abort();
    this.#stream = null;
    if (this.#pass !== null) this.#parts.spend(this.#pass);
    this.#pass = null;
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
    if (this.#pass !== null) this.#parts.spend(this.#pass);
    this.#pass = null;
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
