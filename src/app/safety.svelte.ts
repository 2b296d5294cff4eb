import type { BodySide } from '../core/body/pose.ts';
import type { FailureCode } from '../core/errors.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { FeltPlace } from '../core/safety/felt.ts';
import type { FlagId } from '../core/safety/flags.ts';
import { gate, gatePages, type GatePage } from '../core/safety/gate.ts';
import { stateOf, type SafetyAnswers, type SafetyState } from '../core/safety/record.ts';
import { safetyRecordsIn, type Told } from '../core/safety/told.ts';
import type { FollowedRecords } from './followed-records.svelte.ts';
import { passLasts, type Pass } from './pass.ts';

/** What the current person has told for their safety, and what it opens: alike in every tab. */
export class Safety {
  readonly #records: FollowedRecords<Told>;
  readonly #newId: () => string;
  readonly #now: () => number;
  #pass: Pass | null = $state.raw(null);

  constructor(records: FollowedRecords<Told>, newId: () => string, now: () => number) {
    this.#records = records;
    this.#newId = newId;
    this.#now = now;
  }

  readonly #state: SafetyState = $derived.by(() => stateOf(safetyRecordsIn(this.#records.all)));

  /** All that was told. */
  get told(): readonly Told[] {
    return this.#records.all;
  }

  get state(): SafetyState {
    return this.#state;
  }

  get isLocked(): boolean {
    return this.#state.lock !== null;
  }

  /** Whether the person has ever said that they were seen. */
  get wasSeen(): boolean {
    return this.#records.all.some(({ kind }) => kind === 'seen');
  }

  /** Whether the store has been read: until then nobody knows whether the tests are locked. */
  get isRead(): boolean {
    return this.#records.isRead;
  }

  /** Why an answer could not be kept; null while all is well. */
  get failure(): FailureCode | null {
    return this.#records.failure;
  }

  /** What the gate has given in this tab for the next check; null before it, and while the tests are locked. */
  get pass(): Pass | null {
    return this.isLocked ? null : this.#pass;
  }

  /** Reads the store and follows it; gives the function that stops it. */
  follow(): () => void {
    return this.#records.follow();
  }

  /** Somebody else is the current person: what the one before told opens nothing for them. */
  turn(): void {
    this.#pass = null;
    this.#records.turn();
  }

  /** The pages of the gate, with the signs ticked so far. */
  pages(ticked: readonly FlagId[]): readonly GatePage[] {
    return gatePages(this.#state, ticked, this.#now());
  }

  /** Keeps the answers of one gate, and gives a pass unless they lock the tests. */
  async answer(answers: SafetyAnswers): Promise<void> {
    const record = { kind: 'answered', ...this.#made(), answers } as const;
    const passage = gate(this.#state, record);
    const isOpen = passage.state.lock === null;
    this.#pass = isOpen ? Object.freeze({ record, passage, madeAt: this.#now() }) : null;
    await this.#records.add(record);
  }

  /** The person says that a professional has seen them about what locked the tests. */
  async tellSeen(): Promise<void> {
    this.#pass = null;
    await this.#records.add({ kind: 'seen', ...this.#made() });
  }

  /** Keeps where the leg raise of one side was felt. */
  async tellFelt(sessionId: string, side: BodySide, places: readonly FeltPlace[]): Promise<void> {
    await this.#records.add({ kind: 'felt', ...this.#made(), sessionId, side, places });
  }

  /** Keeps the pain after a session. */
  async tellPainAfter(sessionId: string, pain: number): Promise<void> {
    await this.#records.add({ kind: 'pain-after', ...this.#made(), sessionId, pain });
  }

  /**
   * Whether a check of these steps may begin now: only with the very pass that the gate gave last, while it is young,
   * while nothing has locked the tests in any tab, and for tests that it opens.
   */
  admits(pass: Pass | null, steps: readonly Step[]): boolean {
    if (pass === null || pass !== this.pass || !this.isRead) return false;
    const age = this.#now() - pass.madeAt;
    if (age < 0 || age >= passLasts) return false;
    return steps.every(({ test }) => pass.passage.tests.includes(test));
  }

  /** The check of a pass is over, or too late: the next one needs another. */
  spend(pass: Pass): void {
    if (this.#pass === pass) this.#pass = null;
  }

  /** Later than all that was told, also after a clock was set back: else an answer could come before "seen". */
  #made(): { readonly id: string; readonly at: number } {
    const latest = Math.max(0, ...this.#records.all.map(({ at }) => at));
    return { id: this.#newId(), at: Math.max(this.#now(), latest + 1) };
  }
}
