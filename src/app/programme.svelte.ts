import type { Circumstances } from '../core/advice/circumstances.ts';
import { exercises, type ExerciseId } from '../core/advice/exercises.ts';
import { amountNow, paceOf, retestAt, type Pace } from '../core/advice/pace.ts';
import { exercisedOf } from '../core/advice/practice.ts';
import { programmeOf } from '../core/advice/programme.ts';
import { doseIn, type Recommendation } from '../core/advice/recommend.ts';
import { routineOf, type Portion } from '../core/advice/routine.ts';
import { lengthOf } from '../core/advice/sequence.ts';
import type { Exercised } from '../core/safety/pain.ts';
import type { ReadSessions } from './history.svelte.ts';
import type { Plan } from './plan.svelte.ts';
import type { PracticeLog } from './practice-log.ts';
import type { Wishes } from './wishes.svelte.ts';

/** How many minutes a day may be chosen; null for as long as it takes. */
export const minuteChoices = [10, 15, 20, null] as const;

/** What a programme is made of. */
export interface ProgrammeParts {
  readonly plan: Plan;
  readonly history: ReadSessions;
  readonly wishes: Pick<Wishes, 'standing' | 'take'>;
  readonly log: Pick<PracticeLog, 'practices' | 'told' | 'isRead'>;
}

/** What to do today: so much of the plan as there is time for, in the amounts that the log allows. */
export class Programme {
  readonly #parts: ProgrammeParts;

  constructor(parts: ProgrammeParts) {
    this.#parts = parts;
  }

  /** Whether all that it is made of has been read. */
  get isRead(): boolean {
    return this.#parts.plan.isRead && this.#parts.log.isRead;
  }

  /** Whether a therapist wrote it: then it is all of what they wrote, whatever time there is. */
  get isPrescribed(): boolean {
    return this.#parts.plan.isPrescribed;
  }

  get circumstances(): Circumstances {
    return this.#parts.plan.circumstances;
  }

  /** For how many minutes a day; null for as long as it takes. */
  get minutes(): number | null {
    return this.#parts.wishes.standing.minutes;
  }

  /** The exercises of today, in their order; none before the first check and while the tests are locked. */
  readonly #chosen: readonly Recommendation[] = $derived.by(() => {
    const { plan } = this.#parts;
    return programmeOf(plan.recommendations, { minutes: this.minutes, age: plan.group.age });
  });

  readonly #times: readonly Exercised[] = $derived.by(() =>
    exercisedOf(this.#parts.log.practices, this.#parts.log.told),
  );

  /** How the programme goes on after what was exercised. */
  get pace(): Pace {
    return paceOf(this.#times, this.#heldSince);
  }

  /** What is to be played today: all but the walk, which goes by itself; nothing while the programme pauses. */
  readonly portions: readonly Portion[] = $derived.by(() =>
    this.#chosen
      .filter(({ exercise }) => exercises[exercise].aim !== 'movement')
      .flatMap((one) => this.#portion(one) ?? []),
  );

  /** Whether a walk goes with it. */
  get hasWalk(): boolean {
    return this.#chosen.some(({ exercise }) => exercises[exercise].aim === 'movement');
  }

  /** How long that takes, in seconds. */
  get seconds(): number {
    return lengthOf(routineOf(this.portions));
  }

  /** One exercise by itself; null where it is not in the plan, or the programme pauses. */
  portionOf(exercise: ExerciseId): Portion | null {
    const own = this.#parts.plan.recommendations.find((one) => one.exercise === exercise);
    return own === undefined ? null : this.#portion(own);
  }

  /** When to measure again (ms since 1970); null before the first check. */
  get retestAt(): number | null {
    const last = this.#parts.history.sessions.at(-1);
    return last === undefined ? null : retestAt(last.startedAt);
  }

  /** Takes so many minutes a day; null for as long as it takes. */
  take(minutes: number | null): void {
    this.#parts.wishes.take(minutes);
  }

  get #heldSince(): number | null {
    return this.#parts.plan.hold?.since ?? null;
  }

  #portion(one: Recommendation): Portion | null {
    const { exercise, side } = one;
    const dose = doseIn(one, this.#parts.plan.group.age);
    const amount = amountNow(dose, this.#times, this.#heldSince);
    return amount === null ? null : { exercise, amount, side };
  }
}
