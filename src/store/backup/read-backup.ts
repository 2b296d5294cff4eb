import { Failure } from '../../core/errors.ts';
import type { Person } from '../../core/session/person.ts';
import type { RemovedPerson } from '../people-records.ts';
import { recordIn, type BackupRecord } from './backup-record.ts';
import { longestManifest } from './limits.ts';
import { linesOf, parsedLine } from './lines.ts';
import { manifestIn, manifestName, type Manifest } from './manifest.ts';
import type { Records } from './merge.ts';
import { entriesOf, unpacked, type ZipEntry } from './zip-reader.ts';

/** A backup that was read to its end, every record of it parsed. */
export interface Backup {
  /** Milliseconds since 1970, UTC. */
  readonly madeAt: number;
  readonly people: readonly { readonly person: Person; readonly records: Records }[];
  readonly removedPeople: readonly RemovedPerson[];
}

/**
 * Reads a file that may be anything: all of it is a backup, or none. `onprogress` is told the share of its records
 * that is read. Throws Failure backup-*.
 */
export async function readBackup(
  file: Blob,
  onprogress: (share: number) => void = () => undefined,
): Promise<Backup> {
  const entries = await entriesOf(file);
  const own = entries.get(manifestName);
  if (!own) throw new Failure('backup-foreign');
  const { madeAt, people, removedPeople } = await manifestOf(own);
  const all = people.reduce((sum, { lines }) => sum + lines, 0);
  let read = 0;
  const found = [];
  for (const { person, file: name, lines } of people) {
    const entry = entries.get(name);
    if (!entry) throw new Failure('backup-damaged');
    const records = await recordsOf(entry, () => {
      read += 1;
      if (read % 500 === 0) onprogress(Math.min(1, read / all));
    });
    if (records.size !== lines) throw new Failure('backup-damaged');
    found.push({ person, records });
  }
  return { madeAt, people: found, removedPeople };
}

async function manifestOf(entry: ZipEntry): Promise<Manifest> {
  if (entry.uncompressedSize > longestManifest) throw new Failure('backup-too-large');
  let text = '';
  for await (const line of linesOf(unpacked(entry), longestManifest)) text += line;
  return manifestIn(parsedLine(text));
}

async function recordsOf(entry: ZipEntry, onrecord: () => void): Promise<Records> {
  const records = new Map<string, BackupRecord>();
  for await (const line of linesOf(unpacked(entry))) {
    const record = recordIn(parsedLine(line));
    // The same record twice was not written here; nor would it ever end.
    if (record === null || records.has(record.id)) throw new Failure('backup-damaged');
    records.set(record.id, record);
    onrecord();
  }
  return records;
}
