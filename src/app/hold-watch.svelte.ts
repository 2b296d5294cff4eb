import type { ExerciseId } from '../core/advice/exercises.ts';
import { followedOf, holdSampleOf, leastHeld } from '../core/advice/held-pose.ts';
import {
  countedHold,
  letPass,
  seeHold,
  standOf,
  type CountedHold,
  type HoldStand,
} from '../core/advice/hold-stand.ts';
import type { RoutineStep } from '../core/advice/routine.ts';
import type { Sighting } from '../core/body/pose.ts';
import { HoldCamera, type HoldCameraParts, type HoldCameraState } from './hold-camera.svelte.ts';

/** Whether a camera could count this step. */
export function canBeWatched({ kind, exercise }: RoutineStep): boolean {
  return kind === 'hold' && followedOf(exercise) !== null;
}

/** Counts the holds of a player by a camera while that is on; else, and wherever it cannot, the clock does. */
export class HoldWatch {
  readonly #camera: HoldCamera;
  #step: RoutineStep | null = null;
  #counted: CountedHold | null = null;
  #stand: HoldStand | null = $state.raw(null);
  #isSeen: boolean = $state.raw(false);
  /** Whether the camera has seen somebody since it was turned on. */
  #wasSeen = false;
  /** Whether the last hold went on by the clock as nobody was seen, and nobody has been since. */
  #isLost = false;
  /** The exercise that goes by the clock, as the camera did not understand it or the person said so. */
  #unwatched: ExerciseId | null = null;

  constructor(parts: HoldCameraParts) {
    this.#camera = new HoldCamera(parts, (sighting) => this.#see(sighting));
  }

  get camera(): HoldCameraState {
    return this.#camera.state;
  }

  /** How the hold in hand stands; null where the camera counts none. */
  get stand(): HoldStand | null {
    return this.camera.at === 'on' ? this.#stand : null;
  }

  /** Whether a hold waits for the person to get into it. */
  get isWaiting(): boolean {
    const { stand } = this;
    return stand !== null && stand !== 'held' && stand !== 'by-clock';
  }

  /** Whether the last frame showed the person. */
  get isSeen(): boolean {
    return this.camera.at === 'on' && this.#isSeen;
  }

  turnOn(): void {
    this.#wasSeen = false;
    this.#isLost = false;
    this.#unwatched = null;
    this.#isSeen = false;
    this.#camera.turnOn();
    this.#begin();
  }

  turnOff(): void {
    this.#camera.turnOff();
    this.#begin();
  }

  /** The player is in this step from now on, or once more. */
  enter(step: RoutineStep | null): void {
    if (step?.exercise !== this.#step?.exercise) this.#unwatched = null;
    this.#step = step;
    this.#begin();
  }

  /** Lets the clock count the holds of this exercise from now on. */
  goByClock(): void {
    if (this.#counted === null || this.#step === null) return;
    this.#unwatched = this.#step.exercise;
    this.#counted = { ...this.#counted, isByClock: true };
    this.#stand = 'by-clock';
  }

  /** How much of so many milliseconds counts in the step in hand. */
  count(ms: number): number {
    const isReady = this.#step?.kind === 'ready';
    if (this.camera.at === 'opening' && isReady) return 0;
    if (this.camera.at !== 'on' || this.#counted === null || this.#step === null) return ms;
    const before = this.#counted;
    if (before.isByClock) return ms;
    this.#counted = letPass(before, ms);
    this.#stand = standOf(this.#counted);
    if (this.#counted.isByClock) {
      if (this.#counted.unseenFor > 0) this.#isLost = true;
      else this.#unwatched = this.#step.exercise;
    }
    return this.#counted.given - before.given;
  }

  /** Whether the time of this step waits for the person, or will: of the step in hand as it stands now. */
  waits(step: RoutineStep): boolean {
    const { at } = this.camera;
    if (step === this.#step) {
      if (step.kind === 'ready') return at === 'opening';
      return this.isWaiting;
    }
    const isOn = at === 'on' || at === 'opening';
    return isOn && canBeWatched(step) && step.exercise !== this.#unwatched;
  }

  #begin(): void {
    const step = this.#step;
    const isWatched = step !== null && canBeWatched(step) && step.exercise !== this.#unwatched;
    this.#counted = isWatched ? countedHold(this.#wasSeen) : null;
    if (this.#counted !== null && this.#isLost) {
      this.#counted = { ...this.#counted, isByClock: true };
    }
    this.#stand = this.#counted && standOf(this.#counted);
  }

  #see(sighting: Sighting): void {
    const step = this.#step;
    if (step === null) return;
    const sample = holdSampleOf(sighting, step.exercise);
    this.#isSeen = sample.isSeen;
    if (sample.isSeen) {
      this.#wasSeen = true;
      this.#isLost = false;
    }
    if (this.#counted === null) return;
    this.#counted = seeHold(this.#counted, sample, leastHeld(step.exercise));
    this.#stand = standOf(this.#counted);
  }
}
