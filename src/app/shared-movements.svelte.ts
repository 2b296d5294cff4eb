import type { Step } from '../core/protocol/protocol.ts';
import type { Movement } from '../core/session/movement.ts';
import { belongsTo } from '../core/session/session.ts';
import type { Shared } from '../share/content.ts';
import { sharedMovement } from './movements.ts';
import type { Paints } from './paints.ts';
import { Replay } from './replay.svelte.ts';

/** One movement that was shared, and when: milliseconds since 1970. */
export interface MovementVisit {
  readonly sessionId: string;
  readonly at: number;
  readonly timeZone: string;
  readonly movement: Movement;
}

/** The movements of one test and side, newest visit first, never none. */
export interface MovementRow {
  readonly step: Step;
  readonly visits: readonly MovementVisit[];
}

/** The movements of all that was shared, in the order of the tests as they were first done. */
export function movementRows(shared: Shared): readonly MovementRow[] {
  const rows: { readonly step: Step; readonly visits: MovementVisit[] }[] = [];
  for (const { id, startedAt, timeZone } of shared.sessions.toReversed()) {
    for (const motion of shared.motion.filter(({ sessionId }) => sessionId === id)) {
      const movement = sharedMovement(shared, motion);
      if (movement === null) continue;
      const visit = { sessionId: id, at: startedAt, timeZone, movement };
      const row = rows.find(({ step }) => belongsTo(step, motion));
      if (row) row.visits.push(visit);
      else rows.push({ step: { test: motion.test, side: motion.side }, visits: [visit] });
    }
  }
  return rows;
}

/** Which of the shared movements is played, and which one of another visit beside it. */
export class SharedMovements {
  readonly #rows: () => readonly MovementRow[];
  readonly #paints: Paints;
  #step: Step | null = $state.raw(null);
  #visit: string | null = $state.raw(null);
  #beside: string | null = $state.raw(null);

  constructor(rows: () => readonly MovementRow[], paints: Paints) {
    this.#rows = rows;
    this.#paints = paints;
  }

  /** The row that is chosen; null where nothing can be seen. */
  readonly row: MovementRow | null = $derived.by(() => {
    const rows = this.#rows();
    const step = this.#step;
    const chosen = step && rows.find((row) => belongsTo(row.step, step));
    return chosen ?? rows[0] ?? null;
  });

  /** Its visit that is chosen: the newest until another is. */
  readonly visit: MovementVisit | null = $derived.by(
    () => this.#find(this.#visit) ?? this.row?.visits[0] ?? null,
  );

  /** The other visits of the row. */
  readonly others: readonly MovementVisit[] = $derived.by(
    () => this.row?.visits.filter((one) => one !== this.visit) ?? [],
  );

  /** The visit beside it; null for none. */
  readonly beside: MovementVisit | null = $derived.by(() => {
    const beside = this.#find(this.#beside);
    return beside === this.visit ? null : beside;
  });

  readonly replay: Replay | null = $derived.by(() => {
    if (this.visit === null) return null;
    const shown = this.beside === null ? [this.visit] : [this.visit, this.beside];
    return new Replay(
      shown.map(({ movement }) => movement),
      this.#paints,
    );
  });

  /** Chooses a row by its place; the visits stay chosen where it has them too. */
  chooseRow(index: number): void {
    this.#step = this.#rows()[index]?.step ?? null;
  }

  /** Chooses a visit by its session's id. */
  chooseVisit(sessionId: string): void {
    this.#visit = sessionId;
  }

  /** Lays a visit beside it by its session's id; null for none. */
  chooseBeside(sessionId: string | null): void {
    this.#beside = sessionId;
  }

  #find(sessionId: string | null): MovementVisit | null {
    return this.row?.visits.find((one) => one.sessionId === sessionId) ?? null;
  }
}
