import type { Sighting } from '../core/body/pose.ts';
import type { Gravity } from '../core/geometry/gravity.ts';
import type { Pause, Situation } from '../core/guidance/situation.ts';
import { startPhase } from '../core/protocol/machine.ts';
import type { TrialPhase } from '../core/protocol/phase.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { BodyMotion } from '../core/session/motion.ts';
import type { Result } from '../core/session/session.ts';
import type { Sensation, Trial } from '../core/session/trial.ts';
import { OneEuro } from '../core/signal/one-euro.ts';
import type { Frame, FrameSource } from '../pose/frame-source.ts';
import type { Coach } from './coach.ts';
import type { Command } from './command.ts';
import { GuidedStep, type Pace } from './guided-step.ts';
import type { HeldPicture, SecondLook } from './second-look.ts';
import { Pauses } from './pauses.ts';
import { StepRun } from './step-run.ts';

/** Who sees each frame go through, outside reactivity: the painter of the stage. */
export interface Spectator {
  /** A frame has come and is about to be given away: the last chance to keep its picture. */
  arrived(picture: ImageBitmap): void;
  /** What that frame showed. */
  understood(moment: Moment): void;
}

/** What the last frame showed, and where the trial stood with it. */
export interface Moment {
  readonly sighting: Sighting;
  readonly step: Step;
  readonly phase: TrialPhase;
}

/** What a check needs: frames for each step, and someone who finds the body in them. */
export interface CheckParts {
  readonly steps: readonly [Step, ...Step[]];
  readonly sourceOf: (index: number) => Promise<FrameSource>;
  readonly estimate: (frame: Frame) => Promise<Sighting>;
  readonly secondLook: SecondLook;
  readonly pace: Pace;
  /** How the camera stands now; null where its device does not feel that. */
  readonly gravity: () => Gravity | null;
  /** Who looks at the set-up of a step; null for a video. */
  readonly coachOf: (step: Step) => Coach | null;
  /** Results of a check that was cut off, in the order of the steps: the last may be unfinished. */
  readonly earlier: readonly Result[];
  /** Given the held picture of a repetition that was measured, which counts from 0 in its step. */
  readonly keepHeld: (step: Step, trial: number, held: HeldPicture) => void;
  /** Given how the body moved in a repetition that was measured. */
  readonly keepMotion: (step: Step, trial: number, motion: BodyMotion) => void;
  /** Told all results so far whenever something was added to them. */
  readonly onprogress: (results: readonly Result[]) => void;
}

/**
 * The guided run of steps: takes frames in, follows each trial, repeats what was refused, and gives the
 * results. It knows no screen and no store.
 */
export class Check {
  readonly #parts: CheckParts;
  readonly #finishing = new AbortController();
  readonly #pauses = new Pauses();
  #smoother = new OneEuro();
  #spectator: Spectator | null = null;
  #guided: GuidedStep | null = null;
  /** Results of the steps before the one that runs. */
  #results: readonly Result[] = [];
  #step: Step = $state.raw({ test: 'slr', side: null });
  #situation: Situation = $state.raw({ at: 'preparing' });
  #trials: readonly Trial[] = $state.raw([]);
  #isPractice: boolean = $state.raw(false);
  #angle: number | null = $state.raw(null);
  #at: number = $state.raw(0);
  #progress: number | null = $state.raw(null);

  constructor(parts: CheckParts) {
    this.#parts = parts;
    this.#step = parts.steps[0];
  }

  get step(): Step {
    return this.#step;
  }

  /** Where the person stands. */
  get situation(): Situation {
    return this.#situation;
  }

  /** Whether this step's practice has still to be done. */
  get isPractice(): boolean {
    return this.#isPractice;
  }

  /** What became of this step's trials so far. */
  get trials(): readonly Trial[] {
    return this.#trials;
  }

  /** The angle to show while the person moves, smoothed, in degrees; null while there is none. */
  get angle(): number | null {
    return this.#angle;
  }

  /** The last frame's own time, in milliseconds; 0 before the first. */
  get at(): number {
    return this.#at;
  }

  /** How much of the frames is done, 0 to 1; null for a camera, whose frames do not end. */
  get progress(): number | null {
    return this.#progress;
  }

  /** Lets someone see each frame; gives the function that ends it. */
  show(spectator: Spectator): () => void {
    this.#spectator = spectator;
    return () => {
      this.#spectator = null;
    };
  }

  /** Ends the check with what has been measured. */
  finish(): void {
    this.#finishing.abort();
  }

  /** Waits from now on for this reason; a repetition that is under way is dropped, finished ones stay. */
  pause(reason: Pause): void {
    this.#pauses.add(reason);
    this.#showSituation();
  }

  /** The reason is gone; the check goes on when no other is left. */
  resume(reason: Pause): void {
    this.#pauses.remove(reason);
    this.#showSituation();
  }

  /** Does what the person asks for. */
  obey(command: Command): void {
    switch (command) {
      case 'stop':
        this.finish();
        return;
      case 'pause':
        if (this.#pauses.has('person')) this.resume('person');
        else this.pause('person');
        return;
      case 'go-on':
        if (this.#pauses.has('person')) this.resume('person');
        else this.#guided?.goOn();
        this.#showSituation();
        return;
      case 'stretch':
      case 'pain':
        this.#mark(command);
    }
  }

  /**
   * Runs all steps and gives a result for each one that was tried, at least for the first. Throws the
   * Failure of a source or the engine, and an AbortError when `signal` is aborted.
   */
  async run(signal: AbortSignal): Promise<readonly Result[]> {
    const { steps, earlier, secondLook, pace, coachOf } = this.#parts;
    for (const [index, step] of steps.entries()) {
      const run = new StepRun(step, secondLook, {
        earlier: earlier[index] ?? null,
        practises: pace.isLive,
        gravity: this.#parts.gravity,
      });
      this.#guided = new GuidedStep(run, pace, coachOf(step));
      this.#step = step;
      this.#trials = run.trials;
      this.#isPractice = run.isPractice;
      if (!run.isOver) await this.#follow(this.#guided, index, signal);
      const isFirst = this.#results.length === 0;
      if (isFirst || run.trials.length > 0 || run.result.end === 'pain')
        this.#results = [...this.#results, run.result];
      if (this.#isFinishing() || run.result.end === 'pain') break;
    }
    this.#situation = { at: 'over', isByPain: this.#results.at(-1)?.end === 'pain' };
    return this.#results;
  }

  #isFinishing(): boolean {
    return this.#finishing.signal.aborted;
  }

  async #follow(guided: GuidedStep, index: number, signal: AbortSignal): Promise<void> {
    const source = await this.#parts.sourceOf(index);
    while (!guided.isOver) {
      const frame = await this.#nextOf(source, signal);
      if (frame === null) {
        // A later step that the person never began says nothing.
        if (!this.#isFinishing() || index === 0) await guided.run.end(this.#isFinishing());
        if (guided.run.trials.length > this.#trials.length) this.#keep(guided.run);
        this.#trials = guided.run.trials;
        return;
      }
      this.#spectator?.arrived(frame.picture);
      await guided.look(frame);
      if (guided.isTrying) await this.#parts.secondLook.keep(frame);
      const sighting = await this.#parts.estimate(frame);
      signal.throwIfAborted();
      await this.#take(guided, sighting);
      signal.throwIfAborted();
      const share = source.progress;
      this.#progress = share === null ? null : (index + share) / this.#parts.steps.length;
    }
  }

  /** The next frame; null when the frames have ended or the person has finished. */
  async #nextOf(source: FrameSource, signal: AbortSignal): Promise<Frame | null> {
    const ending = AbortSignal.any([signal, this.#finishing.signal]);
    if (this.#isFinishing()) return null;
    try {
      await this.#pauses.end(ending);
      return await source.next(ending);
    } catch (error) {
      if (this.#isFinishing() && !signal.aborted) return null;
      throw error;
    }
  }

  async #take(guided: GuidedStep, sighting: Sighting): Promise<void> {
    if (this.#pauses.takeGap()) guided.interrupt();
    guided.take(sighting);
    this.#isPractice = guided.run.isPractice;
    this.#at = sighting.capturedAt;
    const { situation } = guided;
    const phase = situation.at === 'trial' ? situation.phase : startPhase;
    this.#spectator?.understood({ sighting, step: guided.step, phase });
    if (phase.phase === 'moving' || phase.phase === 'holding') {
      this.#angle = this.#smoother.filter(phase.angle, sighting.capturedAt);
    } else {
      this.#angle = null;
      this.#smoother = new OneEuro();
    }
    this.#showSituation();
    if (!(await guided.settle())) return;
    this.#trials = guided.run.trials;
    this.#keep(guided.run);
    this.#tellProgress();
    this.#showSituation();
  }

  /** Of a repetition that was refused there is nothing to be corrected, and nothing to be seen again. */
  #keep({ step, trials, motion }: StepRun): void {
    if (motion !== null) this.#parts.keepMotion(step, trials.length - 1, motion);
    const held = this.#parts.secondLook.takeHeld();
    if (!held) return;
    if (trials.at(-1)?.kind === 'measured') this.#parts.keepHeld(step, trials.length - 1, held);
    else held.picture.close();
  }

  /** Keeps what the person feels now. Pain ends the check: nothing more is asked of someone who hurts. */
  #mark(sensation: Sensation): void {
    if (this.#guided === null || this.#pauses.first !== null || this.#isFinishing()) return;
    // A key that is brushed before the first repetition that counts, or in a rest, is no stretch of this test; pain is heard always.
    if (sensation === 'stretch' && (this.#situation.at !== 'trial' || this.#isPractice)) return;
    this.#guided.mark(sensation);
    this.#tellProgress();
    this.#showSituation();
    if (sensation === 'pain') this.finish();
  }

  #tellProgress(): void {
    if (this.#guided) this.#parts.onprogress([...this.#results, this.#guided.run.result]);
  }

  #showSituation(): void {
    const reason = this.#pauses.first;
    if (reason !== null) this.#situation = { at: 'paused', step: this.#step, reason };
    else if (this.#guided) this.#situation = this.#guided.situation;
  }
}
