import type { Sighting } from '../core/body/pose.ts';
import { startPhase } from '../core/protocol/machine.ts';
import type { TrialPhase } from '../core/protocol/phase.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { Result } from '../core/session/session.ts';
import type { Trial } from '../core/session/trial.ts';
import { OneEuro } from '../core/signal/one-euro.ts';
import type { Frame, FrameSource } from '../pose/frame-source.ts';
import type { SecondLook } from './second-look.ts';
import { StepRun } from './step-run.ts';

/** How long the outcome of a trial stays on the stage, in frame time. Chosen: read twice from 3 m. */
const noticeMs = 2000;

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
  readonly sourceOf: (step: Step) => Promise<FrameSource>;
  readonly estimate: (frame: Frame) => Promise<Sighting>;
  readonly secondLook: SecondLook;
}

/**
 * The guided run of steps: takes frames in, follows each trial, repeats what was refused, and gives the
 * results. It knows no screen and no store.
 */
export class Check {
  readonly #parts: CheckParts;
  readonly #finishing = new AbortController();
  #smoother = new OneEuro();
  #spectator: Spectator | null = null;
  #noticeEndsAt = 0;
  #step: Step = $state.raw({ test: 'slr', side: null });
  #phase: TrialPhase = $state.raw(startPhase);
  #trials: readonly Trial[] = $state.raw([]);
  #notice: Trial | null = $state.raw(null);
  #angle: number | null = $state.raw(null);
  #progress: number | null = $state.raw(null);

  constructor(parts: CheckParts) {
    this.#parts = parts;
    this.#step = parts.steps[0];
  }

  get step(): Step {
    return this.#step;
  }

  get phase(): TrialPhase {
    return this.#phase;
  }

  /** What became of this step's trials so far. */
  get trials(): readonly Trial[] {
    return this.#trials;
  }

  /** The trial that has just ended; null after a moment. */
  get notice(): Trial | null {
    return this.#notice;
  }

  /** The angle to show while the person moves, smoothed, in degrees; null while there is none. */
  get angle(): number | null {
    return this.#angle;
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

  /**
   * Runs all steps and gives a result for each one that was tried, at least for the first. Throws the
   * Failure of a source or the engine, and an AbortError when `signal` is aborted.
   */
  async run(signal: AbortSignal): Promise<readonly Result[]> {
    const results: Result[] = [];
    for (const [index, step] of this.#parts.steps.entries()) {
      const run = new StepRun(step, this.#parts.secondLook.look);
      this.#step = step;
      this.#trials = [];
      await this.#follow(run, index, signal);
      const isFirst = results.length === 0;
      if (isFirst || run.trials.length > 0) results.push(run.result);
      if (this.#isFinishing()) break;
    }
    return results;
  }

  #isFinishing(): boolean {
    return this.#finishing.signal.aborted;
  }

  async #follow(run: StepRun, index: number, signal: AbortSignal): Promise<void> {
    const source = await this.#parts.sourceOf(run.step);
    while (!run.isOver) {
      const frame = await this.#nextOf(source, signal);
      if (frame === null) {
        // A later step that the person never began says nothing.
        if (!this.#isFinishing() || index === 0) await run.end(this.#isFinishing());
        this.#trials = run.trials;
        return;
      }
      this.#spectator?.arrived(frame.picture);
      await this.#parts.secondLook.keep(frame);
      const sighting = await this.#parts.estimate(frame);
      signal.throwIfAborted();
      await this.#take(run, sighting);
      signal.throwIfAborted();
      const share = source.progress;
      this.#progress = share === null ? null : (index + share) / this.#parts.steps.length;
    }
  }

  /** The next frame; null when the frames have ended or the person has finished. */
  async #nextOf(source: FrameSource, signal: AbortSignal): Promise<Frame | null> {
    if (this.#isFinishing()) return null;
    try {
      return await source.next(AbortSignal.any([signal, this.#finishing.signal]));
    } catch (error) {
      if (this.#isFinishing() && !signal.aborted) return null;
      throw error;
    }
  }

  async #take(run: StepRun, sighting: Sighting): Promise<void> {
    const at = sighting.capturedAt;
    const ended = run.trials.length;
    const phase = run.take(sighting);
    this.#spectator?.understood({ sighting, step: run.step, phase });
    this.#phase = phase;
    if (phase.phase === 'moving' || phase.phase === 'holding') {
      this.#notice = null;
      this.#angle = this.#smoother.filter(phase.angle, at);
    } else {
      this.#angle = null;
      this.#smoother = new OneEuro();
    }
    await run.settle();
    this.#phase = run.phase;
    if (run.trials.length > ended) {
      this.#trials = run.trials;
      this.#notice = run.trials.at(-1) ?? null;
      this.#noticeEndsAt = at + noticeMs;
    } else if (at > this.#noticeEndsAt) {
      this.#notice = null;
    }
  }
}
