import { Failure } from '../core/errors.ts';
import { CaseloadDatabase } from './caseload-database.ts';
import { CaseloadMemory } from './caseload-memory.ts';
import { Caseload } from './caseload.ts';

interface Options {
  readonly name?: string;
  /** Called once when this page is to be loaded anew: its code has become too old, or all was deleted. */
  readonly onstale?: () => void;
}

/**
 * Opens the caseload of this browser; where it refuses storage, one that lasts as long as the page. Throws Failure
 * storage-stale when it was written by newer code than this.
 */
export async function openCaseload({
  name = 'limber-caseload',
  onstale,
}: Options = {}): Promise<Caseload> {
  const database = new CaseloadDatabase(name, onstale ?? (() => undefined));
  try {
    await database.open();
    return new Caseload(database, null);
  } catch (error) {
    if (error instanceof Failure && error.code !== 'storage-stale') {
      return new Caseload(new CaseloadMemory(), error);
    }
    throw error;
  }
}
