import type { Sighting } from '../core/body/pose.ts';
import type { Gravity } from '../core/geometry/gravity.ts';
import { resultOf } from '../core/measure/result.ts';
import { nothingSeen, type SecondSight } from '../core/measure/second-look.ts';
import { measureTrial } from '../core/measure/trial.ts';
import { motionIn } from '../core/measure/trial-motion.ts';
import { protocolOf } from '../core/protocol/catalogue.ts';
import { advance, finish, startPhase } from '../core/protocol/machine.ts';
import type { TrialPhase } from '../core/protocol/phase.ts';
import type { Fault, Protocol, Step } from '../core/protocol/protocol.ts';
import { sampleOf } from '../core/protocol/sample.ts';
import type { BodyMotion } from '../core/session/motion.ts';
import type { Result, StepEnd } from '../core/session/session.ts';
import type { SetUp } from '../core/session/set-up.ts';
import type { Mark, Sensation, Trial } from '../core/session/trial.ts';
import { Recording } from './recording.ts';
import type { LookAgain } from './second-look.ts';

/** How often a step's trial may be refused before the step ends (the product's way through, 4). */
const refusalLimit = 3;

/** What a step is done under, where that is not the usual. */
export interface StepConditions {
  /** What the step had given before the page was closed in its middle; null for nothing. */
  readonly earlier?: Result | null;
  /** Whether the person makes the protocol's practice before the repetitions that count; else they do not. */
  readonly practises?: boolean;
  /** How the camera stands now; null where its device does not feel that. */
  readonly gravity?: () => Gravity | null;
}

type Ended = Extract<TrialPhase, { phase: 'captured' | 'refused' }>;

/** Follows the trials of one step, one sighting after the other, and keeps what became of each. */
export class StepRun {
  readonly step: Step;
  /** The set-up in which the step began; null before it is known. */
  setUp: SetUp | null;
  readonly #protocol: Protocol;
  readonly #recording = new Recording();
  readonly #lookAgain: LookAgain;
  readonly #gravity: () => Gravity | null;
  #phase: TrialPhase = startPhase;
  /** Practices that have still to be made. */
  #practices: number;
  /** What was wrong in each frame in which the practice was held; null for nothing. */
  #practised: readonly (Fault | null)[] = [];
  #trials: readonly Trial[];
  #marks: readonly Mark[];
  #motion: BodyMotion | null = null;

  constructor(
    step: Step,
    lookAgain: LookAgain,
    { earlier = null, practises = false, gravity = () => null }: StepConditions = {},
  ) {
    this.step = step;
    this.#lookAgain = lookAgain;
    this.#gravity = gravity;
    this.#protocol = protocolOf(step.test);
    this.#trials = earlier?.trials ?? [];
    this.#marks = earlier?.marks ?? [];
    this.setUp = earlier?.setUp ?? null;
    // Whoever has done a repetition that counts has practised before it.
    this.#practices = practises && this.#trials.length === 0 ? this.#protocol.practice : 0;
  }

  /** Whether the repetition in hand is for practice: guided like the others, never measured or refused. */
  get isPractice(): boolean {
    return this.#practices > 0;
  }

  /** Where the running trial stands; one that has ended stays until it is settled. */
  get phase(): TrialPhase {
    return this.#phase;
  }

  get trials(): readonly Trial[] {
    return this.#trials;
  }

  /** How the body moved in the trial that was settled last; null where that was not measured. */
  get motion(): BodyMotion | null {
    return this.#motion;
  }

  /** What the step has given so far. */
  get result(): Result {
    const { setUp } = this;
    return resultOf(this.step, this.#trials, { marks: this.#marks, setUp, end: this.#end });
  }

  /**
   * Whether all repetitions are measured, as many were refused as a person is asked to bear, or something
   * hurt.
   */
  get isOver(): boolean {
    return this.#end !== 'stopped';
  }

  get #end(): StepEnd {
    if (this.#marks.some(({ sensation }) => sensation === 'pain')) return 'pain';
    const measured = this.#trials.filter(({ kind }) => kind === 'measured').length;
    if (measured >= this.#protocol.repetitions) return 'complete';
    return this.#trials.length - measured >= refusalLimit ? 'refused' : 'stopped';
  }

  /**
   * Takes in what the next frame showed and gives where the trial stands with it. A trial that has ended
   * has to be settled before the next frame; a practice that has ended is over, however it went: it is refused where
   * it would not have counted, as far as that can be seen while it is done.
   */
  take(sighting: Sighting): TrialPhase {
    const phase = advance(this.#phase, sampleOf(sighting, this.step), this.#protocol);
    if (this.isPractice) return this.#practise(phase);
    this.#recording.add(sighting, phase.phase !== 'positioning' && phase.phase !== 'ready');
    if (isHeld(phase) && !isHeld(this.#phase))
      this.#lookAgain.begin(this.#recording.soFar, this.step);
    this.#phase = phase;
    return phase;
  }

  #practise(phase: TrialPhase): TrialPhase {
    if (phase.phase === 'positioning' || phase.phase === 'ready') this.#practised = [];
    if (phase.phase === 'holding') this.#practised = [...this.#practised, phase.fault];
    this.#phase = hasEnded(phase) ? startPhase : phase;
    if (!hasEnded(phase)) return phase;
    this.#practices -= 1;
    const reason = phase.phase === 'captured' ? faultOfMost(this.#practised) : null;
    return reason === null ? phase : { phase: 'refused', reason };
  }

  /** Judges a trial that has ended, with a second look if it was held; else does nothing. */
  async settle(): Promise<void> {
    if (hasEnded(this.#phase)) await this.#close(this.#phase);
  }

  /**
   * No further frames come. What was held counts; a try that was cut off is refused unless the person
   * ended it themselves; a start that led nowhere is told only where there is nothing else to tell.
   */
  async end(isByPerson: boolean): Promise<void> {
    const last = finish(this.#phase);
    const wasTrying = this.#phase.phase === 'moving' || this.#phase.phase === 'holding';
    if (wasTrying && this.isPractice) return;
    const counts = last.phase === 'captured' || (wasTrying && !isByPerson);
    if (hasEnded(last) && (counts || this.#trials.length === 0)) await this.#close(last);
  }

  /** Drops the running trial, which was cut off by no fault of the person; finished ones stay. */
  interrupt(): void {
    this.#recording.take();
    this.#phase = startPhase;
  }

  /** Keeps what the person feels now, with the angle at which they feel it. */
  mark(sensation: Sensation): Mark {
    const isUnderway = this.#phase.phase === 'moving' || this.#phase.phase === 'holding';
    const mark: Mark = {
      sensation,
      // Between two trials it is the last one that is still felt.
      trial: isUnderway ? this.#trials.length : Math.max(0, this.#trials.length - 1),
      angle: 'angle' in this.#phase ? this.#phase.angle : null,
    };
    this.#marks = [...this.#marks, mark];
    return mark;
  }

  async #close(ended: Ended): Promise<void> {
    const sightings = this.#recording.take();
    const wasHeld = ended.phase === 'captured';
    const second = wasHeld ? await this.#lookAgain.look(sightings, this.step) : nothingSeen;
    const trial = judge(ended, sightings, this.step, second, this.#gravity());
    this.#trials = [...this.#trials, trial];
    const isMeasured = trial.kind === 'measured';
    this.#motion = isMeasured ? motionIn(sightings, this.step, second.sightings) : null;
    this.#phase = startPhase;
  }
}

/** Whether a trial that is under way was held for long enough. */
function isHeld(phase: TrialPhase): boolean {
  return (phase.phase === 'moving' || phase.phase === 'holding') && phase.heldEnough;
}

/** What was wrong in most frames of a hold; null for nothing. Most, as single frames are read wrongly. */
function faultOfMost(seen: readonly (Fault | null)[]): Fault | null {
  const isMost = (fault: Fault | null): boolean =>
    seen.filter((one) => one === fault).length > seen.length / 2;
  return seen.find((fault) => fault !== null && isMost(fault)) ?? null;
}

function hasEnded(phase: TrialPhase): phase is Ended {
  return phase.phase === 'captured' || phase.phase === 'refused';
}

/** The whole recording decides over a captured trial; over a refused one it only adds by how much. */
function judge(
  ended: Ended,
  sightings: readonly Sighting[],
  step: Step,
  second: SecondSight,
  gravity: Gravity | null,
): Trial {
  const trial = measureTrial(sightings, step, second, gravity);
  if (ended.phase === 'captured') return trial;
  if (trial.kind === 'refused' && trial.reason === ended.reason) return trial;
  return { kind: 'refused', reason: ended.reason, amount: null };
}
