import { Failure, type FailureCode } from '../core/errors.ts';
import type { Session } from '../core/session/session.ts';
import { Check } from './check.svelte.ts';
import type { Engine } from './engine.svelte.ts';
import { SecondLook } from './second-look.ts';
import { FrameSupply, type FrameOpeners } from './frame-supply.ts';
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
  /** The larger model's engine, for the second look; a visit does without where it cannot be loaded. */
  readonly secondEngine: Engine;
  readonly save: (session: Session) => Promise<void>;
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
  #isStalled = $state.raw(false);

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

  /** Whether the camera is open and gives no picture. */
  get isStalled(): boolean {
    return this.#isStalled;
  }

  get engine(): Engine {
    return this.#parts.engine;
  }

  /** Starts a visit; one that runs is left. */
  begin(request: VisitRequest): void {
    this.leave();
    const leaving = new AbortController();
    this.#leaving = leaving;
    this.#request = request;
    this.#isStalled = false;
    this.#state = { at: 'preparing' };
    void this.#run(request, leaving.signal);
  }

  /** Does again what was asked for last. */
  again(): void {
    if (this.#request !== null) this.begin(this.#request);
  }

  /** Ends a running visit and keeps nothing of it. One that is over stays, for its result. */
  leave(): void {
    this.#leaving.abort();
    this.#stream = null;
    if (this.#state.at !== 'over') this.#state = { at: 'idle' };
  }

  /** Tries once more to store the session of a visit that is over. */
  async keep(): Promise<void> {
    if (this.#state.at !== 'over' || this.#state.unkept === null) return;
    const { session } = this.#state;
    this.#state = { at: 'over', session, unkept: await this.#store(session) };
  }

  async #run(request: VisitRequest, signal: AbortSignal): Promise<void> {
    const { engine, openers } = this.#parts;
    const supply = new FrameSupply(request, openers);
    const secondLook = new SecondLook(() => this.#parts.secondEngine.loaded);
    try {
      const [estimator] = await Promise.all([
        engine.load(),
        this.#preview(supply, request, signal),
      ]);
      signal.throwIfAborted();
      this.#parts.secondEngine.warmUp();
      const check = new Check({
        steps: request.steps,
        sourceOf: async () => {
          const source = await supply.next();
          estimator.reset();
          return source;
        },
        estimate: (frame) => estimator.estimate(frame),
        secondLook,
      });
      const startedAt = this.#parts.now();
      this.#state = { at: 'measuring', check };
      const results = await check.run(signal);
      await this.#end(request, startedAt, results);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Failure)) throw error;
      if (error.code.startsWith('engine-') || error.code.startsWith('model-')) engine.discard();
      this.#state = { at: 'failed', code: error.code };
    } finally {
      if (!signal.aborted) this.#stream = null;
      secondLook.drop();
      await supply.close();
    }
  }

  async #preview(supply: FrameSupply, request: VisitRequest, signal: AbortSignal): Promise<void> {
    if (request.origin !== 'camera') return;
    const camera = await supply.camera();
    if (signal.aborted) return;
    this.#stream = camera.stream;
    const unwatch = camera.watchStall((isStalled) => {
      this.#isStalled = isStalled;
    });
    signal.addEventListener('abort', unwatch);
  }

  async #end(request: VisitRequest, startedAt: number, results: Session['results']): Promise<void> {
    const { newId, timeZone } = this.#parts;
    const { origin } = request;
    const id = origin === 'sample' ? sampleId : newId();
    const session: Session = {
      id,
      startedAt,
      timeZone: timeZone(),
      origin,
      firstSide: null,
      conditions: { warmUp: null, clothing: null },
      results,
    };
    const unkept = origin === 'sample' ? null : await this.#store(session);
    this.#state = { at: 'over', session, unkept };
  }

  async #store(session: Session): Promise<FailureCode | null> {
    try {
      await this.#parts.save(session);
      return null;
    } catch (error) {
      if (error instanceof Failure) return error.code;
      throw error;
    }
  }
}
