import type { Need } from '../core/advice/circumstances.ts';
import type { ExerciseId } from '../core/advice/exercises.ts';
import { standingWish, type Wish, type WishContent } from '../core/advice/wish.ts';
import type { FollowedRecords } from './followed-records.svelte.ts';

/** What the current person wants of their plan, alike in every tab. */
export class Wishes {
  readonly #records: FollowedRecords<Wish>;
  readonly #newId: () => string;
  readonly #now: () => number;

  constructor(records: FollowedRecords<Wish>, newId: () => string, now: () => number) {
    this.#records = records;
    this.#newId = newId;
    this.#now = now;
  }

  readonly #standing: WishContent = $derived.by(() => standingWish(this.#records.all));

  /** What counts now. */
  get standing(): WishContent {
    return this.#standing;
  }

  /** Whether the store has been read. */
  get isRead(): boolean {
    return this.#records.isRead;
  }

  /** Reads the store and follows it; gives the function that stops it. */
  follow(): () => void {
    return this.#records.follow();
  }

  /** Somebody else is the current person. */
  turn(): void {
    this.#records.turn();
  }

  /** Says whether something is lacking. */
  lack(need: Need, isLacking: boolean): void {
    const others = this.#standing.lacking.filter((one) => one !== need);
    this.#wish({ lacking: isLacking ? [...others, need] : others });
  }

  /** Leaves an exercise out of the plan. */
  refuse(exercise: ExerciseId): void {
    const { refused } = this.#standing;
    this.#wish({ refused: [...refused.filter((one) => one !== exercise), exercise] });
  }

  /** Puts another exercise in the place of one. */
  swap(exercise: ExerciseId, rather: ExerciseId): void {
    const others = this.#standing.swapped.filter((one) => one.exercise !== exercise);
    this.#wish({ swapped: [...others, { exercise, rather }] });
  }

  /** Takes so many minutes a day; null for as long as it takes. */
  take(minutes: number | null): void {
    this.#wish({ minutes });
  }

  /** Takes back that an exercise is refused or swapped. */
  bringBack(exercise: ExerciseId): void {
    this.#wish({
      refused: this.#standing.refused.filter((one) => one !== exercise),
      swapped: this.#standing.swapped.filter((one) => one.exercise !== exercise),
    });
  }

  #wish(change: Partial<WishContent>): void {
    const { lacking, refused, swapped, minutes } = this.#standing;
    const latest = Math.max(0, ...this.#records.all.map(({ at }) => at));
    const at = Math.max(this.#now(), latest + 1);
    const standing = { lacking, refused, swapped, minutes };
    void this.#records.add({ id: this.#newId(), at, ...standing, ...change });
  }
}
