import { flags, type FlagId } from './flags.ts';
import { isOutdated, readiness, readinessIds, type ReadinessId } from './readiness.ts';
import type { Condition } from './conditions.ts';
import { locks, worstOf, type Tier } from './tier.ts';

/** What was ticked in one safety gate. Plain data: it is stored with the session and goes to the therapist. */
export interface SafetyAnswers {
  /** The signs that were ticked; those asked for and not ticked were a no. */
  readonly flags: readonly FlagId[];
  /** Null where the readiness check was not asked this time: what was told last stands. */
  readonly readiness: readonly ReadinessId[] | null;
  /** 0 to 10; null where a sign ended the questions before. */
  readonly pain: number | null;
}

interface Recorded {
  /** UUIDv7, as all records. */
  readonly id: string;
  /** When it was: milliseconds since 1970, UTC. */
  readonly at: number;
}

/** The answers of one gate. */
export interface Answered extends Recorded {
  readonly kind: 'answered';
  readonly answers: SafetyAnswers;
}

/** The person says that a professional has seen them about what locked the tests. The only way to unlock them. */
export interface Seen extends Recorded {
  readonly kind: 'seen';
}

/** What is kept of safety. Never changes, so that two devices are merged by putting their records together. */
export type SafetyRecord = Answered | Seen;

export type QuestionId = FlagId | ReadinessId;

/** The tests are locked: since when, how urgently, and by which answers. */
export interface Lock {
  readonly at: number;
  readonly tier: Tier;
  readonly questions: readonly QuestionId[];
}

/** What is known from all records up to now. */
export interface SafetyState {
  readonly lock: Lock | null;
  /** The last readiness check; null before the first. */
  readonly readiness: { readonly at: number; readonly yes: readonly ReadinessId[] } | null;
  /** What a professional has seen the person about, and when. */
  readonly seen: readonly { readonly question: QuestionId; readonly at: number }[];
  /** The last pain that was told. */
  readonly pain: number | null;
}

/** Before the first gate. */
export const nothingTold: SafetyState = { lock: null, readiness: null, seen: [], pain: null };

/** What is known after the records, in whatever order they come. */
export function stateOf(records: readonly SafetyRecord[]): SafetyState {
  return records.toSorted(byTime).reduce(after, nothingTold);
}

/** At one moment an answer comes after having been seen, so that it is the lock that stays. */
function byTime(a: SafetyRecord, b: SafetyRecord): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.kind !== b.kind) return a.kind === 'seen' ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** What is known after one more record, which must not be older than those before. */
export function after(state: SafetyState, record: SafetyRecord): SafetyState {
  if (record.kind === 'seen') return afterSeen(state, record.at);
  const { at, answers } = record;
  const told = answers.readiness === null ? state.readiness : { at, yes: answers.readiness };
  // A question that is no longer a yes is open again: a later yes is something new.
  const seen = state.seen.filter(({ question }) => told?.yes.some((yes) => yes === question));
  const locking = lockingQuestions(answers.flags, told?.yes ?? [], { ...state, seen }, at);
  const questions = [...new Set([...(state.lock?.questions ?? []), ...locking])];
  const tier = worstOf(questions.map(tierOf));
  return {
    lock: tier === null ? null : { at: state.lock?.at ?? at, tier, questions },
    readiness: told,
    seen,
    pain: answers.pain ?? state.pain,
  };
}

function afterSeen(state: SafetyState, at: number): SafetyState {
  const questions = state.lock?.questions ?? [];
  const kept = state.seen.filter(({ question }) => !questions.includes(question));
  return {
    ...state,
    lock: null,
    seen: [...kept, ...questions.map((question) => ({ question, at }))],
  };
}

/** The answers that lock: signs always, since they are new each time; readiness until it was seen about. */
function lockingQuestions(
  signs: readonly FlagId[],
  yes: readonly ReadinessId[],
  state: SafetyState,
  at: number,
): readonly QuestionId[] {
  return [...signs, ...yes.filter((id) => !isSeen(state, id, at))].filter((id) =>
    locks(tierOf(id)),
  );
}

/** The tier of a question. */
export function tierOf(question: QuestionId): Tier {
  return isReadiness(question) ? readiness[question].tier : flags[question].tier;
}

function isReadiness(question: QuestionId): question is ReadinessId {
  return readinessIds.some((id) => id === question);
}

/** Whether a professional has seen the person about it within the year. */
export function isSeen({ seen }: SafetyState, question: QuestionId, now: number): boolean {
  return seen.some((one) => one.question === question && !isOutdated(one.at, now));
}

/** What the readiness check says about the body, each once; what is over since it was seen about is left out. */
export function conditionsOf(state: SafetyState, now: number): readonly Condition[] {
  const standing = (state.readiness?.yes ?? [])
    .map((id) => readiness[id])
    .filter(({ id, endsWhenSeen }) => !(endsWhenSeen && isSeen(state, id, now)));
  return [...new Set(standing.flatMap((one) => one.conditions))];
}
