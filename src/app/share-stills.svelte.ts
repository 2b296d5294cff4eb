import { Failure, type FailureCode } from '../core/errors.ts';
import type { TrialAddress } from '../core/session/correction.ts';
import type { CorrectedSession } from '../core/session/corrected.ts';
import type { SharedStill } from '../share/content.ts';
import { stillAddress, stillOf } from '../share/still.ts';
import { pictureKey, type Pictures } from '../store/pictures.ts';

/** Chosen: what a therapist can look through in a visit; the limit of what is shared (src/share/shapes.ts). */
const mostStills = 12;

/** A picture that could go along. `at`: when its session was, in milliseconds since 1970. */
export interface OfferedStill {
  readonly key: string;
  readonly at: number;
  readonly timeZone: string;
  readonly still: SharedStill;
  /** For `img`. */
  readonly address: string;
}

/** The pictures of holds that the person has kept: none goes along but those that they add, one by one. */
export class ShareStills {
  #offered: readonly OfferedStill[] = $state.raw([]);
  #added: readonly string[] = $state.raw([]);
  #failure: FailureCode | null = $state.raw(null);

  /** The newest first; empty until they are read, and where none was kept. */
  get offered(): readonly OfferedStill[] {
    return this.#offered;
  }

  /** Why pictures cannot be shown; null where they can. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  /** Those that go along. */
  readonly added: readonly SharedStill[] = $derived(
    this.#offered.filter(({ key }) => this.#added.includes(key)).map(({ still }) => still),
  );

  isAdded(key: string): boolean {
    return this.#added.includes(key);
  }

  add(key: string, isAdded: boolean): void {
    const others = this.#added.filter((one) => one !== key);
    this.#added = isAdded ? [...others, key] : others;
  }

  /** Reads the newest of what was kept. The sample's pictures are nobody's. */
  async read(
    pictures: () => Promise<Pictures>,
    sessions: readonly CorrectedSession[],
  ): Promise<void> {
    try {
      const kept = await pictures();
      const known = (await kept.addresses()).flatMap((address) => {
        const session = sessions.find(({ id }) => id === address.sessionId);
        return session === undefined || session.origin === 'sample' ? [] : [{ address, session }];
      });
      const newest = known.toSorted((a, b) => b.session.startedAt - a.session.startedAt);
      const read = newest
        .slice(0, mostStills)
        .map(({ address, session }) => offeredOf(kept, address, session));
      this.#offered = (await Promise.all(read)).filter((one) => one !== null);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#failure = error.code;
    }
  }
}

async function offeredOf(
  kept: Pictures,
  address: TrialAddress,
  { startedAt: at, timeZone }: CorrectedSession,
): Promise<OfferedStill | null> {
  const picture = await kept.find(address);
  if (picture === null) return null;
  const { blurred, bytes, held } = picture;
  const still = stillOf({ ...address, frame: held.frame, blurred }, bytes);
  return { key: pictureKey(address), at, timeZone, still, address: stillAddress(still) };
}
