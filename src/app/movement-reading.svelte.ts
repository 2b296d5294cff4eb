import { Failure } from '../core/errors.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { Movement } from '../core/session/movement.ts';
import { movementIn, storedMovement } from './movements.ts';
import type { UseShelf } from './opened-shelf.ts';
import type { VisitState } from './visit.svelte.ts';

/** Which movement is wanted. */
export interface WantedMovement {
  /** The session's id. */
  readonly session: string;
  readonly step: Step;
}

/** The movement of one step of one session: of the visit that has just been done, else out of the store. */
export class MovementReading {
  readonly #use: UseShelf;
  readonly #visit: { readonly state: VisitState };
  #movement: Movement | null = $state.raw(null);
  #wanted: WantedMovement | null = null;

  constructor(use: UseShelf, visit: { readonly state: VisitState }) {
    this.#use = use;
    this.#visit = visit;
  }

  /** Null until it is read, and where none is kept. */
  get movement(): Movement | null {
    return this.#movement;
  }

  /** Reads what is wanted; null for none. What cannot be read is not there: the store's trouble is told elsewhere. */
  async read(wanted: WantedMovement | null): Promise<void> {
    this.#wanted = wanted;
    const found = wanted && (await this.#find(wanted));
    if (this.#wanted === wanted) this.#movement = found;
  }

  async #find({ session, step }: WantedMovement): Promise<Movement | null> {
    const { state } = this.#visit;
    if (state.at === 'over' && state.session.id === session)
      return movementIn(state.session, state.motions, step);
    try {
      return await this.#use((shelf) => storedMovement(shelf, session, step));
    } catch (error) {
      if (error instanceof Failure) return null;
      throw error;
    }
  }
}
