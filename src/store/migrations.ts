import type { Dexie, Transaction } from 'dexie';

/** One step of the database's shape. Released steps are never edited: a change is a new step. */
interface Migration {
  readonly version: number;
  /** Tables and their keys, in Dexie's schema language; only what differs from the step before. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Rewrites old rows; runs once, inside the upgrade's own transaction. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<void>;
}

const migrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      // Sessions without their curves, and tombstones. One row per session id.
      records: 'id',
      // The curves, apart: reading 500 sessions takes 7 ms without and 1600 ms with them (Chromium
      // 156, 9 trials of 300 points each), and only one session's curves are ever shown at a time.
      traces: 'id',
      settings: 'key',
    },
  },
  {
    version: 2,
    stores: {
      // Held pictures that the person has said to keep. One row per corrected trial.
      pictures: 'id',
    },
    // Sessions learn how they came about; of the old ones that is not known.
    upgrade: async (transaction) => {
      await transaction.table('records').toCollection().modify(toVersion2);
    },
  },
];

function toVersion2(row: unknown): void {
  if (typeof row !== 'object' || row === null || !('results' in row)) return;
  Object.assign(row, { firstSide: null, conditions: { warmUp: null, clothing: null } });
  if (!Array.isArray(row.results)) return;
  for (const result of row.results as unknown[]) {
    if (typeof result === 'object' && result !== null) {
      Object.assign(result, { marks: [], setUp: null, end: null });
    }
  }
}

/** The version of the database that this code writes. */
export const latestVersion = Math.max(...migrations.map(({ version }) => version));

/** Tells a database that is not open yet every step from the first version to the latest. */
export function declareVersions(dexie: Dexie): void {
  for (const { version, stores, upgrade } of migrations) {
    const declared = dexie.version(version).stores({ ...stores });
    if (upgrade) declared.upgrade(upgrade);
  }
}
