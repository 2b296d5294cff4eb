import type { Dexie, Transaction } from 'dexie';

/** One step of a database's shape. Released steps are never edited: a change is a new step. */
export interface Migration {
  readonly version: number;
  /** Tables and their keys, in Dexie's schema language; only what differs from the step before. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Rewrites old rows; runs once, inside the upgrade's own transaction. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<void>;
}

/** The version that the last of these steps leads to. */
export function latestOf(migrations: readonly Migration[]): number {
  return Math.max(...migrations.map(({ version }) => version));
}

/** Tells a database that is not open yet every step from the first version to the latest. */
export function declareVersions(dexie: Dexie, migrations: readonly Migration[]): void {
  for (const { version, stores, upgrade } of migrations) {
    const declared = dexie.version(version).stores({ ...stores });
    if (upgrade) declared.upgrade(upgrade);
  }
}
