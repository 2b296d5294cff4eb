import { Failure, type FailureCode } from '../core/errors.ts';
import type { Step } from '../core/protocol/protocol.ts';
import { keptMotions } from '../core/session/kept-motions.ts';
import type { Motion } from '../core/session/motion.ts';
import type { Session } from '../core/session/session.ts';
import { stepsLeft, type Unfinished } from '../core/session/unfinished.ts';
import type { Check } from './check.svelte.ts';
import type { Engine } from './engine.svelte.ts';
import type { Pass } from './pass.ts';
import type { VisitRequest } from './visit-request.ts';
import { runVisit, type RunEvents, type RunParts } from './visit-run.ts';

/** Where a visit stands. When it is over, `unkept` says why its session could not be stored, with its motions. */
export type VisitState =
  | { readonly at: 'idle' }
  | { readonly at: 'preparing' }
  | { readonly at: 'measuring'; readonly check: Check }
  | { readonly at: 'failed'; readonly code: FailureCode }
  | {
      readonly at: 'over';
      readonly session: Session;
      readonly motions: readonly Motion[];
      readonly unkept: FailureCode | null;
    };

/** What a visit is made of; all that touches the outside world comes in here. */
export interface VisitParts extends RunParts {
  readonly save: (session: Session, motions: readonly Motion[]) => Promise<void>;
  /** Told what a running check has given so far, and null when there is nothing left to go on with. */
  readonly remember: (unfinished: Unfinished | null) => void;
  /** Whether a check of these steps may begin with this pass of the safety gate. */
  readonly admits: (pass: Pass | null, steps: readonly Step[]) => boolean;
  /** Told that the check of a pass is over: it is good for no other. */
  readonly spend: (pass: Pass) => void;
  /** Told that the running check has been cut off by a failure. */
  readonly cutOff: () => void;
  readonly newId: () => string;
  readonly now: () => number;
  readonly timeZone: () => string;
}

/** The id of a sample's session, which is shown and never stored. */
export const sampleId = 'sample';

/** The way from a request to a stored session: what may begin, where it stands, and what becomes of what it gave. */
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
  /** How the body moved in each of its measured repetitions. */
  #motions: readonly Motion[] = [];
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
    } else if (request.origin === 'camera') {
      this.#start(request, this.#session, this.#pass, this.#motions);
    } else this.begin(request, this.#pass);
  }

  /**
   * Goes on with a check that was cut off, from its last finished repetition, with a pass of its own: what cut it off may
   * have been a pain. Says whether it did: every step that is still to be done has to be open.
   */
  resume({ session, steps, motions }: Unfinished, pass: Pass): boolean {
    const { origin, firstSide, conditions } = session;
    const request = { steps, origin, files: [], firstSide, conditions };
    const gates = [...session.gates, pass.record.id];
    return this.#start(request, { ...session, gates }, pass, motions);
  }

  /** Ends a running check that must not go on, as the tests were locked. What it has given can be kept. */
  interrupt(): void {
    if (this.#state.at !== 'preparing' && this.#state.at !== 'measuring') return;
    this.#parts.cutOff();
    this.#stop();
    this.#state = { at: 'idle' };
  }

  /** Ends a check that was cut off with what it has given, and keeps that. */
  async conclude({ session, motions }: Unfinished): Promise<void> {
    this.leave();
    this.#motions = motions;
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
    this.#motions = [];
    this.#state = { at: 'idle' };
  }

  /** Tries once more to store the session of a visit that is over. */
  async keep(): Promise<void> {
    if (this.#state.at !== 'over' || this.#state.unkept === null) return;
    const { session, motions } = this.#state;
    const unkept = await this.#store(session, motions);
    this.#state = { at: 'over', session, motions, unkept };
  }

  #start(
    request: VisitRequest,
    session: Session,
    pass: Pass | null,
    motions: readonly Motion[] = [],
  ): boolean {
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
    this.#motions = motions;
    this.#pass = isSample ? null : pass;
    this.#state = { at: 'preparing' };
    const events = this.#eventsOf(request, session);
    void runVisit(this.#parts, request, session.results, events, leaving.signal);
    return true;
  }

  /** Ends what runs; its pass is good for nothing else. */
  #stop(): void {
    this.#leaving.abort();
    this.#stream = null;
    if (this.#pass !== null) this.#parts.spend(this.#pass);
    this.#pass = null;
  }

  #eventsOf({ steps, origin }: VisitRequest, session: Session): RunEvents {
    return {
      opened: (stream) => {
        this.#stream = stream;
      },
      measuring: (check) => {
        this.#state = { at: 'measuring', check };
      },
      moved: (step, trial, motion) => {
        this.#motions = [...this.#motions, { sessionId: session.id, ...step, trial, ...motion }];
      },
      progressed: (results) => {
        this.#session = { ...session, results };
        const motions = this.#motions;
        if (origin === 'camera') this.#parts.remember({ session: this.#session, steps, motions });
      },
      measured: (results) => this.#end({ ...session, results }),
      failed: (code) => {
        this.#parts.cutOff();
        this.#state = { at: 'failed', code };
      },
      closed: () => {
        this.#stream = null;
      },
    };
  }

  async #end(session: Session): Promise<void> {
    if (this.#pass !== null) this.#parts.spend(this.#pass);
    this.#pass = null;
    const motions = keptMotions(session, this.#motions);
    const unkept = session.origin === 'sample' ? null : await this.#store(session, motions);
    this.#parts.heldPictures.belongTo(session.id);
    this.#state = { at: 'over', session, motions, unkept };
  }

  async #store(session: Session, motions: readonly Motion[]): Promise<FailureCode | null> {
    this.#storing += 1;
    try {
      await this.#parts.save(session, motions);
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
