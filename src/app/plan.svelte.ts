import { nothingAsked, type Circumstances } from '../core/advice/circumstances.ts';
import { compareAt, meanGain, partOfExercise } from '../core/advice/expectation.ts';
import { findingsOf, latestOf, type Finding } from '../core/advice/findings.ts';
import { sourcesOf } from '../core/advice/plan-sources.ts';
import { recommend, type Recommendation } from '../core/advice/recommend.ts';
import type { SourceId } from '../core/evidence/sources.ts';
import type { Group } from '../core/norms/norm.ts';
import type { ReadSessions } from './history.svelte.ts';

/** What to do next, from the stored sessions. */
export class Plan {
  readonly #history: ReadSessions;
  readonly #circumstances: Circumstances;
  readonly #group: () => Group;

  /** `group` tells whom the current person may be set beside; it is asked again whenever that changes. */
  constructor(
    history: ReadSessions,
    group: () => Group,
    circumstances: Circumstances = nothingAsked,
  ) {
    this.#history = history;
    this.#group = group;
    this.#circumstances = circumstances;
  }

  get group(): Group {
    return this.#group();
  }

  readonly findings: readonly Finding[] = $derived.by(() =>
    findingsOf(latestOf(this.#history.sessions), this.group),
  );

  readonly recommendations: readonly Recommendation[] = $derived.by(() =>
    recommend(this.findings, this.#circumstances),
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
    return this.#history.isRead;
  }

  /** The exercises of one part of the plan. */
  at(place: Recommendation['place']): readonly Recommendation[] {
    return this.recommendations.filter((one) => one.place === place);
  }
}
