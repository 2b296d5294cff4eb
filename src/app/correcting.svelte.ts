import type { Vector } from '../core/geometry/vector.ts';
import type { HeldMoment } from '../core/measure/held.ts';
import {
  correctedEstimate,
  jointsOf,
  movedJoints,
  placeOf,
  withPlaces,
  type Joint,
  type MovedJoints,
  type Places,
} from '../core/session/correction.ts';
import type { CameraFit, Estimate } from '../core/session/trial.ts';

/** The number of a trial as it was measured, and the camera as it was found. */
export interface AutomaticNumber {
  readonly estimate: Estimate;
  readonly camera: CameraFit | null;
}

/** The joints of one held frame while a person moves them, and the number that follows. */
export class Correcting {
  readonly #held: HeldMoment;
  readonly #automatic: AutomaticNumber;
  readonly #stored: Places;
  #places: Places = $state.raw({});
  #past: readonly Places[] = $state.raw([]);
  #isNewStep = true;

  /** `stored`: the joints of the correction that counts now. */
  constructor(held: HeldMoment, automatic: AutomaticNumber, stored: MovedJoints = {}) {
    this.#held = held;
    this.#automatic = automatic;
    this.#stored = Object.fromEntries(
      Object.entries(stored).map(([joint, { after }]) => [joint, after]),
    );
    this.#places = this.#stored;
  }

  /** The joints that can be moved, from head to foot. */
  get joints(): readonly Joint[] {
    return jointsOf(this.#held.test);
  }

  /** The held moment with the joints where they are now. */
  readonly moment: HeldMoment = $derived.by(() => withPlaces(this.#held, this.#places));

  /** The number with the joints where they are now. */
  readonly estimate: Estimate = $derived.by(() => {
    const { estimate, camera } = this.#automatic;
    return correctedEstimate(estimate, this.#held, this.#places, camera);
  });

  /** The number as it was measured. */
  get automatic(): Estimate {
    return this.#automatic.estimate;
  }

  /** The joints that are elsewhere than the camera had them. */
  get moved(): MovedJoints {
    return movedJoints(this.#held, this.#places);
  }

  /** Whether any joint is elsewhere than the camera had it. */
  get isMoved(): boolean {
    return Object.keys(this.moved).length > 0;
  }

  /** Whether there is anything to be saved. */
  get hasChanged(): boolean {
    const stored = movedJoints(this.#held, this.#stored);
    return this.joints.some((joint) => !isSamePlace(this.moved[joint], stored[joint]));
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Where a joint is now, as shares of the frame. */
  placeOf(joint: Joint): Vector {
    return placeOf(this.moment, joint);
  }

  /** Takes hold of a joint: all moves until the next grip are one step for `undo`. */
  grip(): void {
    this.#isNewStep = true;
  }

  /** Puts a joint elsewhere, as shares of the frame; never out of it. */
  move(joint: Joint, { x, y }: Vector): void {
    if (this.#isNewStep) this.#past = [...this.#past, this.#places];
    this.#isNewStep = false;
    this.#places = { ...this.#places, [joint]: { x: within(x), y: within(y) } };
  }

  /** Takes the last step back. */
  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#places = before;
    this.#past = this.#past.slice(0, -1);
    this.#isNewStep = true;
  }

  /** Puts all joints where the camera had them. */
  reset(): void {
    this.#past = [...this.#past, this.#places];
    this.#places = {};
    this.#isNewStep = true;
  }
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function isSamePlace(a: MovedJoints[Joint], b: MovedJoints[Joint]): boolean {
  return a?.after.x === b?.after.x && a?.after.y === b?.after.y;
}
