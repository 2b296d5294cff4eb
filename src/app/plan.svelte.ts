import { circumstancesOf, type Circumstances } from '../core/advice/circumstances.ts';
import { compareAt, meanGain, partOfExercise } from '../core/advice/expectation.ts';
import type { ExerciseId } from '../core/advice/exercises.ts';
import { findingsOf, latestOf, type Finding } from '../core/advice/findings.ts';
import { sourcesOf } from '../core/advice/plan-sources.ts';
import { recommend, type Recommendation } from '../core/advice/recommend.ts';
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
  readonly #offered: readonly Recommendation[] = $derived.by(() =>
    recommend(this.findings, this.circumstances),
  );

  readonly recommendations: readonly Recommendation[] = $derived.by(() =>
    wished(this.#offered, this.#parts.wishes.standing),
  );

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
    const { history, safety, wishes } = this.#parts;
    return history.isRead && safety.isRead && wishes.isRead;
  }

  /** What has locked the plan with the tests; null while they are open. */
  get lock(): Lock | null {
    return this.#parts.safety.state.lock;
  }

  /** The exercises of one part of the plan. */
  at(place: Recommendation['place']): readonly Recommendation[] {
    return this.recommendations.filter((one) => one.place === place);
  }

  /** What of the plan may take the place of an exercise. */
  swapsFor(exercise: ExerciseId): readonly ExerciseId[] {
    return swapsFor(exercise, this.recommendations);
  }
}
