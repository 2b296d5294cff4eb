import { nothingAsked, type Circumstances, type Need } from '../core/advice/circumstances.ts';
import { doseFor } from '../core/advice/doses.ts';
import { exercises, type ExerciseId } from '../core/advice/exercises.ts';
import { findingsOf, latestOf, type Finding } from '../core/advice/findings.ts';
import { amountNow, paceOf, retestAt, type Pace } from '../core/advice/pace.ts';
import { exercisedOf } from '../core/advice/practice.ts';
import { programmeOf, type Chosen, type Wishes } from '../core/advice/programme.ts';
import { recommend, type Recommendation } from '../core/advice/recommend.ts';
import { routineOf, type Portion } from '../core/advice/routine.ts';
import { lengthOf } from '../core/advice/sequence.ts';
import type { Group } from '../core/norms/norm.ts';
import type { Exercised } from '../core/safety/pain.ts';
import type { SettingValue } from '../store/settings.ts';
import type { ReadSessions } from './history.svelte.ts';
import type { KeptSetting } from './kept-setting.svelte.ts';
import type { PracticeLog } from './practice-log.svelte.ts';

/** How many minutes a day may be chosen; null for as long as it takes. */
export const minuteChoices = [10, 15, 20, null] as const;

/** What nobody has chosen yet. 20 minutes are chosen: about what one exercise of each kind takes. */
const usual: SettingValue<'wishes'> = { refused: [], swapped: [], minutes: 20, lacking: [] };

/** What a programme is made of. */
export interface ProgrammeParts {
  readonly history: ReadSessions;
  readonly wishes: KeptSetting<'wishes'>;
  readonly log: Pick<PracticeLog, 'practices' | 'told'>;
  readonly group: () => Group;
  /** What speaks against exercises, beside what the person lacks. */
  readonly circumstances?: () => Circumstances;
  /** Since when nothing may be made harder (ms since 1970); null where nothing speaks against it. */
  readonly heldSince?: () => number | null;
}

/** What to do today, as far as the person's wishes, the log and everything known go. */
export class Programme {
  readonly #parts: ProgrammeParts;

  constructor(parts: ProgrammeParts) {
    this.#parts = parts;
  }

  /** What the person has chosen, or what is usual. */
  get wishes(): SettingValue<'wishes'> {
    return this.#parts.wishes.value ?? usual;
  }

  readonly circumstances: Circumstances = $derived.by(() => {
    const given = this.#parts.circumstances?.() ?? nothingAsked;
    return { ...given, lacking: new Set([...given.lacking, ...this.wishes.lacking]) };
  });

  readonly #findings: readonly Finding[] = $derived.by(() =>
    findingsOf(latestOf(this.#parts.history.sessions), this.#parts.group()),
  );

  readonly #wished: Wishes = $derived.by(() => ({
    refused: new Set(this.wishes.refused),
    swapped: new Map(this.wishes.swapped),
    minutes: this.wishes.minutes,
    age: this.#parts.group().age,
  }));

  /** The exercises of today, in their order; none before the first check. */
  readonly chosen: readonly Chosen[] = $derived.by(() =>
    programmeOf(this.#findings, this.circumstances, this.#wished),
  );

  readonly #times: readonly Exercised[] = $derived.by(() =>
    exercisedOf(this.#parts.log.practices, this.#parts.log.told),
  );

  /** How the programme goes on after what was exercised. */
  get pace(): Pace {
    return paceOf(this.#times, this.#heldSince);
  }

  /** What is to be played today: all but the walk, which goes by itself; nothing while the programme pauses. */
  readonly portions: readonly Portion[] = $derived.by(() =>
    this.chosen
      .filter(({ exercise }) => exercises[exercise].aim !== 'movement')
      .flatMap((one) => this.#portion(one) ?? []),
  );

  /** How long that takes, in seconds. */
  get seconds(): number {
    return lengthOf(routineOf(this.portions));
  }

  /** One exercise by itself; null where it is not for this person, or the programme pauses. */
  portionOf(exercise: ExerciseId): Portion | null {
    const own = this.chosen.find((one) => one.exercise === exercise);
    const any = recommend(this.#findings, this.circumstances).find(
      (one) => one.exercise === exercise,
    );
    return own || any ? this.#portion((own ?? any) as Recommendation) : null;
  }

  /** When to measure again (ms since 1970); null before the first check. */
  get retestAt(): number | null {
    const last = this.#parts.history.sessions.at(-1);
    return last === undefined ? null : retestAt(last.startedAt);
  }

  /** Leaves an exercise out from now on. */
  refuse(exercise: ExerciseId): void {
    this.#wish({ refused: [...this.wishes.refused.filter((one) => one !== exercise), exercise] });
  }

  /** Offers all exercises again, each in its own place. */
  forgiveAll(): void {
    this.#wish({ refused: [], swapped: [] });
  }

  /** Does another in the place of an exercise. */
  swap(exercise: ExerciseId, other: ExerciseId): void {
    const { swapped } = this.wishes;
    const first = swapped.find(([, by]) => by === exercise)?.[0] ?? exercise;
    const others = swapped.filter(([from]) => from !== first);
    this.#wish({ swapped: first === other ? others : [...others, [first, other]] });
  }

  /** Takes so many minutes a day; null for as long as it takes. */
  take(minutes: number | null): void {
    this.#wish({ minutes });
  }

  /** Has a thing, or has it not. */
  lack(need: Need, isLacking: boolean): void {
    const others = this.wishes.lacking.filter((one) => one !== need);
    this.#wish({ lacking: isLacking ? [...others, need] : others });
  }

  get #heldSince(): number | null {
    return this.#parts.heldSince?.() ?? null;
  }

  #portion({ exercise, side }: Recommendation): Portion | null {
    const dose = doseFor(exercises[exercise].dose, this.#parts.group().age);
    const amount = amountNow(dose, this.#times, this.#heldSince);
    return amount === null ? null : { exercise, amount, side };
  }

  #wish(change: Partial<SettingValue<'wishes'>>): void {
    void this.#parts.wishes.choose({ ...this.wishes, ...change });
  }
}
