import type { Migration } from './migration.ts';

/** Where the motions of sessions lie, apart: a history is read without them. One row for each test and side. */
const motionTable = { motions: 'id' };

/** The summaries of sessions, made anew from the records where they are missing: see [Note: Summaries]. */
const summaryTable = { summaries: 'id' };

/** The shapes of one person's database, from the first released to the one that this code writes. */
export const migrations: readonly Migration[] = [
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
  {
    version: 3,
    // The records learn new kinds (the diary, what was told for safety, wishes, the log of exercising), which code of before
    // would take for damage, and sessions the gates before them; of the old ones there were none.
    stores: {
      // All kinds but the sessions are found without reading every session. A row without a kind is in no index.
      records: 'id, [kind+id]',
    },
    // The other settings are those of the device or facts about the person, and are kept elsewhere.
    upgrade: async (transaction) => {
      await transaction.table('settings').where('key').notEqual('unfinished').delete();
      await transaction.table('records').toCollection().modify(toVersion3);
      await transaction.table('settings').toCollection().modify(unfinishedToVersion3);
    },
  },
  {
    version: 4,
    stores: { ...motionTable, ...summaryTable },
    // A check that was cut off learns of its motions; of one of before there are none.
    upgrade: async (transaction) => {
      await transaction.table('settings').toCollection().modify(unfinishedWithMotions);
    },
  },
  {
    version: 5,
    // Outlines and curves are numbers from now on: [Note: Packed points]. Old rows are read as they are and none is rewritten;
    // code of before, which would take the new ones for damage, is kept from them.
    stores: {},
  },
  {
    version: 6,
    // Where imported sessions lie, several to a row: [Note: Batches]. What is in the records stays there; code of before, which
    // would not see the new rows, is kept from them.
    stores: { batches: 'id' },
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

function toVersion3(row: unknown): void {
  if (typeof row === 'object' && row !== null && 'results' in row)
    Object.assign(row, { gates: [] });
}

function unfinishedToVersion3(row: { readonly value?: { readonly session?: unknown } }): void {
  toVersion3(row.value?.session);
}

function unfinishedWithMotions(row: { readonly key?: unknown; readonly value?: unknown }): void {
  const { key, value } = row;
  if (key === 'unfinished' && typeof value === 'object' && value !== null)
    Object.assign(value, { motions: [] });
}
