import type { Person } from '../../core/session/person.ts';
import type { RemovedPerson } from '../people-records.ts';
import { lineOf } from './backup-record.ts';
import { fileOf, format, latestBackup, manifestName, type Manifest } from './manifest.ts';
import type { Records } from './merge.ts';
import { zipped, type ZipFile } from './zip-writer.ts';

/** What goes into a backup. */
export interface BackupContent {
  /** Milliseconds since 1970, UTC. */
  readonly madeAt: number;
  /** The version of the app. */
  readonly app: string;
  readonly people: readonly { readonly person: Person; readonly records: Records }[];
  readonly removedPeople: readonly RemovedPerson[];
}

/** Writes a backup: one archive, as docs/backup.md describes it. `onprogress` is told the share that is written. */
export function writeBackup(
  { madeAt, app, people, removedPeople }: BackupContent,
  onprogress: (share: number) => void = () => undefined,
): Promise<Blob> {
  const all = people.reduce((sum, { records }) => sum + records.size, 0);
  let written = 0;
  const manifest: Manifest = {
    format,
    version: latestBackup,
    madeAt,
    app,
    people: people.map(({ person, records }) => ({
      person,
      file: fileOf(person.id),
      lines: records.size,
    })),
    removedPeople: [...removedPeople],
  };
  const files: ZipFile[] = people.map(({ person, records }) => ({
    name: fileOf(person.id),
    lines: linesFrom(records, () => {
      written += 1;
      if (written % 500 === 0) onprogress(written / all);
    }),
  }));
  return zipped([{ name: manifestName, lines: [JSON.stringify(manifest)] }, ...files], madeAt);
}

function* linesFrom(records: Records, online: () => void): Generator<string> {
  for (const record of records.values()) {
    yield lineOf(record);
    online();
  }
}
