import { circumstancesOf, type Circumstances } from '../core/advice/circumstances.ts';
import { compareAt, meanGain, partOfExercise } from '../core/advice/expectation.ts';
import type { ExerciseId } from '../core/advice/exercises.ts';
import { findingsOf, latestOf, type Finding } from '../core/advice/findings.ts';
import { prescribedPlan, type HeldBack, type PrescribedPlan } from '../core/advice/prescribed.ts';
import { sourcesOf } from '../core/advice/plan-sources.ts';
import { recommend, type Recommendation } from '../core/advice/recommend.ts';
import type { Reply } from '../core/advice/reply.ts';
import { swapsFor, wished, type WishContent } from '../core/advice/wish.ts';
import type { SourceId } from '../core/evidence/sources.ts';
import type { Group } from '../core/norms/norm.ts';
import { holdOf, type Hold } from '../core/safety/hold.ts';
import type { Lock, SafetyState } from '../core/safety/record.ts';
import { lastFelt, type Told } from '../core/safety/told.ts';
import type { ReadSessions } from './history.svelte.ts';

/** What the plan is made from; all of it is stored, and changes by itself. */
export interface PlanParts {
  readonly history: ReadSessions;
  readonly safety: {
    readonly state: SafetyState;
    readonly told: readonly Told[];
    readonly isRead: boolean;
  };
  readonly wishes: { readonly standing: WishContent; readonly isRead: boolean };
  /** The therapist's reply that counts. */
  readonly replies: { readonly inForce: Reply | null; readonly isRead: boolean };
  /** Whom the current person may be set beside; it is asked again whenever that changes. */
  readonly group: () => Group;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What to do next, from the stored sessions, answers and wishes. */
export class Plan {
  readonly #parts: PlanParts;

  constructor(parts: PlanParts) {
    this.#parts = parts;
  }

  get group(): Group {
    return this.#parts.group();
  }

  readonly findings: readonly Finding[] = $derived.by(() =>
    findingsOf(latestOf(this.#parts.history.sessions), this.group),
  );

  /** What speaks against exercises. */
  readonly circumstances: Circumstances = $derived.by(() => {
    const { history, safety, wishes, now } = this.#parts;
    const felt = lastFelt(safety.told, history.sessions).flatMap(({ places }) => places);
    return circumstancesOf(safety.state, felt, wishes.standing.lacking, now());
  });

  /** What may be done, whatever the person wants of it. */
  readonly #offered: readonly Recommendation[] = $derived.by(() => {
    const avoided = this.#parts.replies.inForce?.avoided ?? [];
    const all = recommend(this.findings, this.circumstances);
    return all.filter(({ exercise }) => !avoided.includes(exercise));
  });

  /** The programme that a therapist wrote; null without one, and before the first check. */
  readonly #prescribed: PrescribedPlan | null = $derived.by(() => {
    const prescriptions = this.#parts.replies.inForce?.exercises ?? [];
    if (prescriptions.length === 0 || this.findings.length === 0) return null;
    const { refused } = this.#parts.wishes.standing;
    return prescribedPlan(prescriptions, this.circumstances, refused);
  });

  /** What a therapist wrote takes the place of Limber's own plan. */
  readonly recommendations: readonly Recommendation[] = $derived.by(
    () => this.#prescribed?.recommendations ?? wished(this.#offered, this.#parts.wishes.standing),
  );

  /** What a therapist wrote and is not offered, and why. */
  get heldBack(): readonly HeldBack[] {
    return this.#prescribed?.heldBack ?? [];
  }

  /** Whether it is a therapist's programme. */
  get isPrescribed(): boolean {
    return this.#prescribed !== null;
  }

  /** Why nothing gets harder for now; null where it may. */
  readonly hold: Hold | null = $derived.by(() =>
    holdOf(this.#parts.safety.told, this.#parts.history.sessions),
  );

  /** Every publication that the shown plan rests on, once each, in the order of first mention. */
  readonly sources: readonly SourceId[] = $derived.by(() =>
    sourcesOf(this.recommendations, [
      ...compareAt.sources,
      ...meanGain.sources,
      ...partOfExercise.sources,
    ]),
  );

  /** Whether the store has been read: until then an empty plan says nothing. */
  get isRead(): boolean {
    const { history, safety, wishes, replies } = this.#parts;
    return history.isRead && safety.isRead && wishes.isRead && replies.isRead;
  }

  /** What has locked the plan with the tests; null while they are open. */
  get lock(): Lock | null {
    return this.#parts.safety.state.lock;
  }

  /** The exercises of one part of the plan. */
  at(place: Recommendation['place']): readonly Recommendation[] {
    return this.recommendations.filter((one) => one.place === place);
  }

  /** What of the plan may take the place of an exercise; nothing where a therapist wrote it. */
  swapsFor(exercise: ExerciseId): readonly ExerciseId[] {
    return this.isPrescribed ? [] : swapsFor(exercise, this.recommendations);
  }
}
