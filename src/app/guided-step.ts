import type { Pose, Sighting } from '../core/body/pose.ts';
import type { Outcome, Situation } from '../core/guidance/situation.ts';
import { setUpOf } from '../core/measure/set-up-of.ts';
import type { TrialPhase } from '../core/protocol/phase.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { Mark, Sensation } from '../core/session/trial.ts';
import type { Frame } from '../pose/frame-source.ts';
import type { Coach } from './coach.ts';
import type { StepRun } from './step-run.ts';

/** How long what has just happened is told, in frame time. Chosen: read twice from 3 m. */
const noticeMs = 2000;

/** How fast a step goes, and before what. */
export interface Pace {
  /** From the end of a complete repetition to the next, in frame time; 0 for none. */
  readonly restMs: number;
  /** Whether someone stands before the camera, who practises first and is to read how the last repetition went. */
  readonly isLive: boolean;
  /** The camera's own name; null for a video, and where a camera has none. */
  readonly camera: string | null;
}

/** A video goes on by itself: nobody has to be waited for. */
export const videoPace: Pace = { restMs: 0, isLive: false, camera: null };

/** Something that is shown until a frame's time. */
interface Shown<T> {
  readonly what: T;
  readonly until: number;
}

/** One step as the person goes through it: the set-up, repetitions, what is told about them, and the rests between. */
export class GuidedStep {
  readonly run: StepRun;
  readonly #pace: Pace;
  readonly #coach: Coach | null;
  /** The last frame's time; null before the first one. */
  #at: number | null = null;
  #restsUntil: number | null = null;
  #notice: Shown<Outcome> | null = null;
  #mark: Shown<Mark> | null = null;
  /** The poses of the quiet start, until the first movement. */
  #quiet: readonly Pose[] = [];

  /** `coach`: who looks at the set-up before the first repetition; null for a video, which is as it is. */
  constructor(run: StepRun, pace: Pace, coach: Coach | null) {
    this.run = run;
    this.#pace = pace;
    this.#coach = coach;
  }

  get step(): Step {
    return this.run.step;
  }

  /** Whether nothing more is wanted of the person, and they have been told how the last repetition went. */
  get isOver(): boolean {
    if (!this.run.isOver) return false;
    return !this.#pace.isLive || this.run.result.end === 'pain' || this.#notice === null;
  }

  /** Whether the next frame may be measured: not while the set-up is looked at, nor in a practice or a rest. */
  get isTrying(): boolean {
    return this.#coach?.isOver !== false && !this.run.isPractice && this.#restsUntil === null;
  }

  /** Where the person stands. */
  get situation(): Situation {
    const { step } = this;
    if (this.#at === null) return { at: 'preparing' };
    if (this.#coach?.isOver === false) return { at: 'setting-up', step, view: this.#coach.view };
    const notice = this.#notice?.what ?? null;
    if (this.#restsUntil !== null) {
      const secondsLeft = Math.ceil((this.#restsUntil - this.#at) / 1000);
      return { at: 'resting', step, secondsLeft, notice };
    }
    const mark = this.#mark?.what ?? null;
    const { isPractice, phase } = this.run;
    return { at: 'trial', step, isPractice, phase, notice, mark };
  }

  /** Takes what the set-up coach needs of the next frame. To be called before the frame is given away. */
  async look(frame: Frame): Promise<void> {
    if (this.#coach?.isOver === false) await this.#coach.look(frame);
  }

  /** Takes in what that frame showed; `settle` has to follow. */
  take(sighting: Sighting): void {
    const at = sighting.capturedAt;
    this.#at = at;
    if (this.#coach?.isOver === false) {
      this.#coach.take(sighting);
      return;
    }
    if (this.#restsUntil !== null && at >= this.#restsUntil) this.#restsUntil = null;
    if (this.#notice !== null && at >= this.#notice.until) this.#notice = null;
    if (this.#mark !== null && at >= this.#mark.until) this.#mark = null;
    if (this.#restsUntil !== null || this.run.isOver) return;
    const wasPractice = this.run.isPractice;
    const phase = this.run.take(sighting);
    this.#learnSetUp(phase.phase, sighting);
    if (phase.phase === 'moving' || phase.phase === 'holding') this.#notice = null;
    if (!wasPractice) return;
    if (phase.phase === 'captured') this.#tell({ kind: 'practised', reason: null }, at);
    if (phase.phase === 'refused') this.#tell({ kind: 'practised', reason: phase.reason }, at);
  }

  /** The set-up is read off the body that lies or stands still before its first repetition. */
  #learnSetUp(phase: TrialPhase['phase'], { pose }: Sighting): void {
    if (this.run.setUp !== null) return;
    if (phase === 'ready' && pose !== null) this.#quiet = [...this.#quiet, pose];
    if (phase !== 'moving' || this.#quiet.length === 0) return;
    const { camera } = this.#pace;
    this.run.setUp = setUpOf(this.#quiet, this.step, camera, this.#coach?.light ?? null);
    this.#quiet = [];
  }

  /** Judges a repetition that has ended with the last frame, and says whether there was one. */
  async settle(): Promise<boolean> {
    const before = this.run.trials.length;
    await this.run.settle();
    const last = this.run.trials.at(-1);
    if (!last || this.run.trials.length === before) return false;
    this.#tell(last, this.#at as number);
    return true;
  }

  #tell(outcome: Outcome, at: number): void {
    this.#notice = { what: outcome, until: at + noticeMs };
    // Who was refused has not reached the end of range, or not held it: they go on when they are ready.
    const isComplete = !('reason' in outcome) || outcome.reason === null;
    const needsRest = isComplete && !this.run.isOver && this.#pace.restMs > 0;
    if (needsRest) this.#restsUntil = at + this.#pace.restMs;
  }

  /** Keeps what the person feels now. */
  mark(sensation: Sensation): void {
    this.#mark = { what: this.run.mark(sensation), until: (this.#at ?? 0) + noticeMs };
  }

  /** Goes on at the person's word: before the rest is over, or before the set-up holds. */
  goOn(): void {
    this.#coach?.skip();
    this.#restsUntil = null;
  }

  /** Drops the running repetition: no frame of it has come for a while. */
  interrupt(): void {
    this.run.interrupt();
  }
}
