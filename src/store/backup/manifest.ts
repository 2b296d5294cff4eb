import * as v from 'valibot';
import { Failure } from '../../core/errors.ts';
import { person, removedPerson } from '../people-records.ts';
import { index, time } from '../values.ts';

/** The file of the archive that says what the others are. */
export const manifestName = 'limber.json';

/** What a manifest says it is, and the newest version of it that this code reads. docs/backup.md. */
export const format = 'limber-backup';
export const latestBackup = 2;

const manifest = v.strictObject({
  format: v.literal(format),
  // The second has motions as well; a reader of the first would take them for damage.
  version: v.picklist([1, latestBackup]),
  madeAt: time,
  /** The version of the app that made it; for the curious. */
  app: v.string(),
  people: v.array(v.strictObject({ person, file: v.string(), lines: index })),
  removedPeople: v.array(removedPerson),
});

/** What a backup says it holds. */
export type Manifest = v.InferOutput<typeof manifest>;

const anyVersion = v.object({ format: v.literal(format), version: v.number() });

/**
 * The manifest in parsed JSON. Throws Failure backup-foreign where it is another's, backup-too-new where it was
 * written by newer code than this, backup-damaged.
 */
export function manifestIn(parsed: unknown): Manifest {
  const claimed = v.safeParse(anyVersion, parsed);
  if (!claimed.success) throw new Failure('backup-foreign');
  if (claimed.output.version > latestBackup) throw new Failure('backup-too-new');
  const found = v.safeParse(manifest, parsed);
  if (!found.success) throw new Failure('backup-damaged', { cause: found.issues });
  const ids = found.output.people.map((each) => each.person.id);
  if (new Set(ids).size !== ids.length) throw new Failure('backup-damaged');
  return found.output;
}

/** The name of the file that holds a person's records. */
export function fileOf(personId: string): string {
  return `people/${personId}.jsonl`;
}
