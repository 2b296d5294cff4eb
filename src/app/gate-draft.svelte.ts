import type { FlagId } from '../core/safety/flags.ts';
import type { GatePage } from '../core/safety/gate.ts';
import type { ReadinessId } from '../core/safety/readiness.ts';
import type { Safety } from './safety.svelte.ts';

/** One way through the gate: what is ticked so far and which page is shown. Lasts as long as its screen. */
export class GateDraft {
  readonly #safety: Safety;
  #flags: readonly FlagId[] = $state.raw([]);
  #readiness: readonly ReadinessId[] = $state.raw([]);
  /** Whether the person wants to be asked about their health again, before the year is over. */
  #hasChanged = $state.raw(false);
  #index = $state.raw(0);

  constructor(safety: Safety) {
    this.#safety = safety;
    this.#readiness = safety.state.readiness?.yes ?? [];
  }

  readonly #pages: readonly GatePage[] = $derived.by(() => {
    const pages = this.#safety.pages(this.#flags);
    if (!this.#hasChanged || pages.includes('readiness')) return pages;
    return pages.flatMap((page) => (page === 'pain' ? (['readiness', page] as const) : page));
  });

  get flags(): readonly FlagId[] {
    return this.#flags;
  }

  get readiness(): readonly ReadinessId[] {
    return this.#readiness;
  }

  /** The page to be shown. */
  get page(): GatePage {
    return this.#pages[Math.min(this.#index, this.#pages.length - 1)] ?? 'emergency-signs';
  }

  /** Whether there is a page before this one. */
  get canGoBack(): boolean {
    return this.page !== 'locked' && this.#index > 0;
  }

  /** Whether readiness is not asked unless the person wants it. */
  get canTellChange(): boolean {
    return !this.#hasChanged && !this.#pages.includes('readiness') && this.#pages.includes('pain');
  }

  tickFlag(id: FlagId, isTicked: boolean): void {
    this.#flags = withOrWithout(this.#flags, id, isTicked);
  }

  tickReadiness(id: ReadinessId, isTicked: boolean): void {
    this.#readiness = withOrWithout(this.#readiness, id, isTicked);
  }

  /** The person's health has changed: the readiness check is asked as well. */
  tellChange(): void {
    this.#hasChanged = true;
    this.goOn();
  }

  back(): void {
    this.#index = Math.max(0, this.#index - 1);
  }

  /** Goes to the next page; after the last one that a sign left, the answers are kept. */
  goOn(): void {
    if (this.#index < this.#pages.length - 1) this.#index += 1;
    else this.#answer(null);
  }

  /** The last answer. */
  tellPain(pain: number): void {
    this.#answer(pain);
  }

  #answer(pain: number | null): void {
    const readiness = this.#pages.includes('readiness') ? this.#readiness : null;
    void this.#safety.answer({ flags: this.#flags, readiness, pain });
    this.#begin();
  }

  #begin(): void {
    this.#flags = [];
    this.#hasChanged = false;
    this.#index = 0;
  }
}

function withOrWithout<Id>(ids: readonly Id[], id: Id, isIn: boolean): readonly Id[] {
  const others = ids.filter((one) => one !== id);
  return isIn ? [...others, id] : others;
}
