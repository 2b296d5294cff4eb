import type { Sighting } from '../core/body/pose.ts';
import { measureTrial } from '../core/measure/trial.ts';
import { protocolOf } from '../core/protocol/catalogue.ts';
import { advance, finish, startPhase } from '../core/protocol/machine.ts';
import type { TrialPhase } from '../core/protocol/phase.ts';
import type { Protocol, Step } from '../core/protocol/protocol.ts';
import { sampleOf } from '../core/protocol/sample.ts';
import type { Trial } from '../core/session/trial.ts';
import { Recording } from './recording.ts';

/** How often a step's trial may be refused before the step ends (the product's way through, 4). */
const refusalLimit = 3;

type Ended = Extract<TrialPhase, { phase: 'captured' | 'refused' }>;

/** Follows the trials of one step, one sighting after the other, and keeps what became of each. */
export class StepRun {
  readonly step: Step;
  readonly #protocol: Protocol;
  readonly #recording = new Recording();
  #phase: TrialPhase = startPhase;
  #trials: readonly Trial[] = [];

  constructor(step: Step) {
    this.step = step;
    this.#protocol = protocolOf(step.test);
  }

  /** Where the running trial stands; the start of the next one as soon as a trial has ended. */
  get phase(): TrialPhase {
    return this.#phase;
  }

  get trials(): readonly Trial[] {
    return this.#trials;
  }

  /** Whether all repetitions are measured, or as many were refused as a person is asked to bear. */
  get isOver(): boolean {
    const measured = this.#trials.filter(({ kind }) => kind === 'measured').length;
    const refused = this.#trials.length - measured;
    return measured >= this.#protocol.repetitions || refused >= refusalLimit;
  }

  /** Takes in what the next frame showed and gives where the trial stood with it. */
  take(sighting: Sighting): TrialPhase {
    const phase = advance(this.#phase, sampleOf(sighting, this.step), this.#protocol);
    this.#recording.add(sighting, phase.phase !== 'positioning' && phase.phase !== 'ready');
    this.#phase = phase;
    if (hasEnded(phase)) this.#close(phase);
    return phase;
  }

  /**
   * No further frames come. What was held counts; a try that was cut off is refused unless the person
   * ended it themselves; a start that led nowhere is told only where there is nothing else to tell.
   */
  end(isByPerson: boolean): void {
    const last = finish(this.#phase);
    const wasTrying = this.#phase.phase === 'moving' || this.#phase.phase === 'holding';
    const counts = last.phase === 'captured' || (wasTrying && !isByPerson);
    if (hasEnded(last) && (counts || this.#trials.length === 0)) this.#close(last);
  }

  #close(ended: Ended): void {
    this.#trials = [...this.#trials, judge(ended, this.#recording.take(), this.step)];
    this.#phase = startPhase;
  }
}

function hasEnded(phase: TrialPhase): phase is Ended {
  return phase.phase === 'captured' || phase.phase === 'refused';
}

/** The whole recording decides over a captured trial; over a refused one it only adds by how much. */
function judge(ended: Ended, sightings: readonly Sighting[], step: Step): Trial {
  const trial = measureTrial(sightings, step);
  if (ended.phase === 'captured') return trial;
  if (trial.kind === 'refused' && trial.reason === ended.reason) return trial;
  return { kind: 'refused', reason: ended.reason, amount: null };
}
