import { withCorrections, type CorrectedSession } from '../core/session/corrected.ts';
import type { Motion } from '../core/session/motion.ts';
import type { Session } from '../core/session/session.ts';
import { sharedOf, type Shareable } from '../share/choose.ts';
import type { Shared, SharedMotion } from '../share/content.ts';
import { sharedMotion } from '../share/motion.ts';
import { pictureKey } from '../store/pictures.ts';
import { reportView, type ReportView } from './report-view.ts';
import type { ShareChoice } from './share-choice.svelte.ts';
import type { OfferedStill, ShareStills } from './share-stills.svelte.ts';

/** What sharing needs of the rest of the app. */
export interface SharingParts {
  readonly choice: ShareChoice;
  readonly stills: ShareStills;
  /** As it is now, sessions without their curves. */
  readonly all: () => Shareable;
  /** A session with its curves; null where it is gone. Throws a Failure. */
  readonly find: (id: string) => Promise<Session | null>;
  /** The motions of a session. Throws a Failure. */
  readonly motionsOf: (id: string) => Promise<readonly Motion[]>;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly version: string;
}

const nothing = { sessions: [], corrections: [], stills: [] };

/** What is to be shared, as it is chosen now, and how whoever gets it will see it. */
export class Sharing {
  readonly choice: ShareChoice;
  readonly stills: ShareStills;
  readonly #parts: SharingParts;

  constructor(parts: SharingParts) {
    this.#parts = parts;
    this.choice = parts.choice;
    this.stills = parts.stills;
  }

  /** Without curves and motions, which no report shows; null while the choice makes no sense. A new one for each choice. */
  readonly shared: Shared | null = $derived.by(() => {
    const { all, newId, now, version } = this.#parts;
    const { chosen } = this.choice;
    if (chosen === null) return null;
    return sharedOf(all(), chosen, { id: newId(), madeAt: now(), app: version });
  });

  /**
   * What is chosen and its numbers, told apart from anything else that can be: visits never change, but a correction
   * changes what is shown of them. What was made of it is asked by this whether it still holds, not by `shared`, which
   * is made anew whenever a record is written.
   */
  readonly chosen: string = $derived.by(() => {
    const { sessions, corrections, stills } = this.shared ?? nothing;
    const ids = [sessions, corrections].map((records) => records.map(({ id }) => id));
    return JSON.stringify([this.choice.chosen, ...ids, stills.map(pictureKey)]);
  });

  /** How it is seen; null while the choice makes no sense. */
  readonly view: ReportView | null = $derived(this.shared && reportView(this.shared));

  /** The kept pictures of what is chosen. */
  readonly offeredStills: readonly OfferedStill[] = $derived.by(() => {
    const { shared } = this;
    return shared === null ? [] : this.stills.offered.filter(({ still }) => isOf(still, shared));
  });

  /** Whether there is nothing of any visit in it. */
  get isEmpty(): boolean {
    return this.shared === null || this.shared.sessions.length === 0;
  }

  /** The same with the curves and motions that were chosen. Throws a Failure where they cannot be read. */
  async whole(shared: Shared): Promise<Shared> {
    const { chosen } = this.choice;
    const [hasCurves, hasMotion] = (['curves', 'motion'] as const).map(
      (part) => chosen?.parts.includes(part) === true,
    );
    if (chosen === null || !(hasCurves || hasMotion)) return shared;
    const all = this.#parts.all();
    const sessions: CorrectedSession[] = [];
    const motion: SharedMotion[] = [];
    for (const { id } of shared.sessions) {
      const found = await this.#parts.find(id);
      if (found === null) continue;
      sessions.push(withCorrections(found, all.corrections));
      if (hasMotion) motion.push(...(await this.#parts.motionsOf(id)).map(sharedMotion));
    }
    const { id, madeAt, app } = shared;
    return sharedOf({ ...all, sessions, motion }, chosen, { id, madeAt, app });
  }
}

function isOf({ sessionId, test }: OfferedStill['still'], { sessions }: Shared): boolean {
  return sessions.some(
    ({ id, results }) => id === sessionId && results.some((one) => one.test === test),
  );
}
