import { Failure } from '../core/errors.ts';
import { memoryShelf } from './memory.ts';
import { DatabaseMotions, type Motions } from './motions.ts';
import { PersonDatabase } from './person-database.ts';
import { DatabasePictures, type Pictures } from './pictures.ts';
import {
  aftermathKind,
  correctionKind,
  DatabaseRecords,
  diaryKind,
  linkKind,
  practiceKind,
  replyKind,
  toldKind,
  wishKind,
  type Aftermaths,
  type Corrections,
  type Diary,
  type Links,
  type Practices,
  type ReplyRecords,
  type ToldThings,
  type WishRecords,
} from './records-of-kind.ts';
import { DatabaseSessions, type Sessions } from './sessions.ts';
import { DatabaseSettings, type Settings } from './settings.ts';

/** Everything kept of one person on this device. */
export interface Store {
  /** Why nothing outlives this page; null where sessions are really kept. The screens say so. */
  readonly refusal: Failure | null;
  /** Whether sessions are really kept: `refusal` is null. */
  readonly persistent: boolean;
  readonly sessions: Sessions;
  readonly corrections: Corrections;
  readonly diary: Diary;
  readonly told: ToldThings;
  readonly wishes: WishRecords;
  readonly practices: Practices;
  readonly aftermaths: Aftermaths;
  readonly replies: ReplyRecords;
  readonly links: Links;
  readonly pictures: Pictures;
  readonly motions: Motions;
  readonly settings: Settings;
  /** Ends the connection; the store cannot be used again. */
  close(): void;
  /** Deletes everything, here and for other tabs, and ends the connection. Throws Failure storage-*. */
  erase(): Promise<void>;
}

interface Options {
  /** The database's name; one name is one set of data. */
  readonly name?: string;
  /**
   * Called once when another tab has upgraded or erased the data: this page is to be loaded anew.
   * From then on everything throws Failure storage-stale.
   */
  readonly onstale?: () => void;
}

/**
 * Opens what is kept of one person; where the browser refuses storage, a store that lasts as long as
 * the page. Throws Failure storage-stale when the data were written by newer code than this.
 */
export async function openStore({ name = 'limber', onstale }: Options = {}): Promise<Store> {
  const database = new PersonDatabase(name, onstale ?? (() => undefined));
  try {
    await database.open();
  } catch (error) {
    if (error instanceof Failure && error.code !== 'storage-stale') return memoryStore(error);
    throw error;
  }
  return {
    refusal: null,
    persistent: true,
    sessions: new DatabaseSessions(database),
    corrections: new DatabaseRecords(database, correctionKind),
    diary: new DatabaseRecords(database, diaryKind),
    told: new DatabaseRecords(database, toldKind),
    wishes: new DatabaseRecords(database, wishKind),
    practices: new DatabaseRecords(database, practiceKind),
    aftermaths: new DatabaseRecords(database, aftermathKind),
    replies: new DatabaseRecords(database, replyKind),
    links: new DatabaseRecords(database, linkKind),
    pictures: new DatabasePictures(database),
    motions: new DatabaseMotions(database),
    settings: new DatabaseSettings(database),
    close: () => {
      database.close();
    },
    erase: () => database.delete(),
  };
}

/** A store that lasts as long as the page, and why. */
export function memoryStore(refusal: Failure): Store {
  return {
    refusal,
    persistent: false,
    ...memoryShelf(),
    close: () => undefined,
    erase: () => Promise.resolve(),
  };
}
