import { amountAt, type Amount } from '../core/advice/amount.ts';
import { exerciseIds, exercises, type ExerciseId } from '../core/advice/exercises.ts';
import type {
  Prescription,
  Reply,
  RevisedTrial,
  Target,
  TypedValue,
} from '../core/advice/reply.ts';
import { degrees } from '../core/geometry/angle.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { TrialAddress } from '../core/session/correction.ts';
import { belongsTo } from '../core/session/session.ts';
import type { DraftContent } from '../caseload/drafts.ts';
import type { Shared } from '../share/content.ts';
import { goniometerOf, type Checked } from '../share/goniometer.ts';

/** What a draft needs of the rest of the app. */
export interface ReplyDraftParts {
  /** What it answers, as it is now. */
  readonly all: () => Shared | Checked;
  /** What was written before; null for nothing. */
  readonly kept: DraftContent | null;
  /** Keeps what is written now. */
  readonly keep: (content: DraftContent) => void;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const nothing: DraftContent = {
  therapist: '',
  note: '',
  targets: [],
  exercises: [],
  avoided: [],
  revised: [],
};

/** What a therapist is about to answer, and the reply that it makes. */
export class ReplyDraft {
  readonly #parts: ReplyDraftParts;
  #content: DraftContent = $state.raw(nothing);

  constructor(parts: ReplyDraftParts) {
    this.#parts = parts;
    this.#content = parts.kept ?? nothing;
  }

  get content(): DraftContent {
    return this.#content;
  }

  /** What it answers. */
  get all(): Shared | Checked {
    return this.#parts.all();
  }

  /** Whether nothing is in it that would change anything. */
  get isEmpty(): boolean {
    const { note, targets, exercises: chosen, avoided } = this.#content;
    const { values, revised } = this.reply;
    const lists = [targets, chosen, avoided, values, revised];
    return note.trim() === '' && lists.every((list) => list.length === 0);
  }

  /** The reply that is made of it: another one, with an id of its own, after each change. */
  readonly reply: Reply = $derived.by(() => {
    const { newId, now } = this.#parts;
    const { therapist, note, ...rest } = this.#content;
    return {
      id: newId(),
      madeAt: now(),
      person: this.all.person.id,
      share: this.all.id,
      ...rest,
      therapist: therapist.trim(),
      note: note.trim(),
      values: valuesOf(this.all),
    };
  });

  /** The exercises that are not in the programme yet. */
  get others(): readonly ExerciseId[] {
    return exerciseIds.filter((id) => !this.#content.exercises.some((one) => one.exercise === id));
  }

  write(change: Partial<Pick<DraftContent, 'therapist' | 'note'>>): void {
    this.#change(change);
  }

  targetOf(step: Step): Target | null {
    return this.#content.targets.find((one) => belongsTo(one, step)) ?? null;
  }

  /** Sets a target, in degrees; null takes it away. `by`: a day of the calendar, null for none. */
  aim({ test, side }: Step, value: number | null, by: string | null): void {
    const others = this.#content.targets.filter((one) => !belongsTo(one, { test, side }));
    // A date field lets a year of five digits be typed.
    const day = by !== null && /^\d{4}-\d{2}-\d{2}$/.test(by) ? by : null;
    const own = value === null ? [] : [{ test, side, value: degrees(value), by: day }];
    this.#change({ targets: [...others, ...own] });
  }

  /** Adds an exercise at the least of its own dose. */
  add(exercise: ExerciseId): void {
    if (!this.others.includes(exercise)) return;
    const { dose } = exercises[exercise];
    const own: Prescription = { exercise, amount: amountAt(dose, 0), days: dose.days, side: null };
    this.#change({ exercises: [...this.#content.exercises, own] });
  }

  take(exercise: ExerciseId): void {
    const others = this.#content.exercises.filter((one) => one.exercise !== exercise);
    this.#change({ exercises: others });
  }

  /** Puts an exercise one place further up. */
  sooner(exercise: ExerciseId): void {
    const list = [...this.#content.exercises];
    const at = list.findIndex((one) => one.exercise === exercise);
    const own = list[at];
    if (own === undefined || at === 0) return;
    list.splice(at, 1);
    list.splice(at - 1, 0, own);
    this.#change({ exercises: list });
  }

  /** How much of an exercise, and on how many days a week. */
  dose(exercise: ExerciseId, amount: Amount, days: number): void {
    this.#change({
      exercises: this.#content.exercises.map((one) =>
        one.exercise === exercise ? { ...one, amount, days } : one,
      ),
    });
  }

  /** Says whether an exercise is to be left out of Limber's plan. */
  avoid(exercise: ExerciseId, isAvoided: boolean): void {
    const others = this.#content.avoided.filter((one) => one !== exercise);
    this.#change({ avoided: isAvoided ? [...others, exercise] : others });
  }

  revisedOf(address: TrialAddress): RevisedTrial | null {
    return this.#content.revised.find((one) => isOf(one, address)) ?? null;
  }

  /** Puts a trial with joints elsewhere beside the automatic one. */
  revise(trial: RevisedTrial): void {
    const others = this.#content.revised.filter((one) => !isOf(one, trial));
    this.#change({ revised: [...others, trial] });
  }

  /** Takes that back. */
  unrevise(address: TrialAddress): void {
    this.#change({ revised: this.#content.revised.filter((one) => !isOf(one, address)) });
  }

  #change(change: Partial<DraftContent>): void {
    this.#content = { ...this.#content, ...change };
    this.#parts.keep(this.#content);
  }
}

/** The goniometer's values that count, one for each result. */
function valuesOf(all: Shared | Checked): readonly TypedValue[] {
  return all.sessions.flatMap(({ id, results }) =>
    results.flatMap((result) => {
      const typed = goniometerOf(all, id, result);
      if (typed === null) return [];
      const { sessionId, test, side, value } = typed;
      return { sessionId, test, side, value };
    }),
  );
}

function isOf(one: RevisedTrial, address: TrialAddress): boolean {
  const { sessionId, trial } = address;
  return one.sessionId === sessionId && one.trial === trial && belongsTo(one, address);
}
