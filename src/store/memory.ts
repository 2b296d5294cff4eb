import { isToldAfter } from '../core/safety/told.ts';
import type { TrialAddress } from '../core/session/correction.ts';
import type { Motion } from '../core/session/motion.ts';
import type { Session } from '../core/session/session.ts';
import { Kept } from './kept.ts';
import { listed } from './listed.ts';
import { checkedMotions, type Motions } from './motions.ts';
import { checkedPicture, pictureKey, type KeptPicture, type Pictures } from './pictures.ts';
import {
  aftermathKind,
  correctionKind,
  diaryKind,
  linkKind,
  practiceKind,
  replyKind,
  toldKind,
  wishKind,
  type Aftermaths,
  type Corrections,
  type Diary,
  type Kind,
  type Links,
  type Practices,
  type RecordsOfKind,
  type ReplyRecords,
  type ToldThings,
  type WishRecords,
} from './records-of-kind.ts';
import { checked } from './records.ts';
import { oldestFirst, type Sessions } from './sessions.ts';
import type { SettingName, Settings, SettingValue } from './settings.ts';

/** What is kept of one person that lasts as long as the page: for browsers that refuse storage. */
export interface MemoryShelf {
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
}

/** An empty shelf. Behaves as the stored one. */
export function memoryShelf(): MemoryShelf {
  const corrections = new MemoryRecords(correctionKind);
  const told = new MemoryRecords(toldKind);
  const pictures = new MemoryPictures();
  const sessions = new MemorySessions(corrections, told, pictures);
  return {
    sessions,
    corrections,
    diary: new MemoryRecords(diaryKind),
    told,
    wishes: new MemoryRecords(wishKind),
    practices: new MemoryRecords(practiceKind),
    aftermaths: new MemoryRecords(aftermathKind),
    replies: new MemoryRecords(replyKind),
    links: new MemoryRecords(linkKind),
    pictures,
    motions: { of: (sessionId) => Promise.resolve(sessions.motionsOf(sessionId)) },
    settings: new MemorySettings(),
  };
}

class MemorySessions implements Sessions {
  readonly #kept = new Kept<Session>();
  readonly #motions = new Map<string, readonly Motion[]>();
  readonly #corrections: Corrections;
  readonly #told: ToldThings;
  readonly #pictures: MemoryPictures;

  constructor(corrections: Corrections, told: ToldThings, pictures: MemoryPictures) {
    this.#corrections = corrections;
    this.#told = told;
    this.#pictures = pictures;
  }

  save(session: Session, motions: readonly Motion[] = []): Promise<void> {
    return new Promise((resolve) => {
      const moved = checkedMotions(session, motions);
      const isNew = this.#kept.find(session.id) === null;
      this.#kept.add(checked(session));
      if (isNew) this.#motions.set(session.id, moved);
      resolve();
    });
  }

  /** The motions of a session. */
  motionsOf(sessionId: string): readonly Motion[] {
    return this.#motions.get(sessionId) ?? [];
  }

  list(): Promise<readonly Session[]> {
    return Promise.resolve(this.#list());
  }

  find(id: string): Promise<Session | null> {
    return Promise.resolve(this.#kept.find(id));
  }

  async remove(id: string): Promise<void> {
    this.#kept.remove(id);
    this.#pictures.removeOf(id);
    this.#motions.delete(id);
    for (const { id: correction, sessionId } of await this.#corrections.list())
      if (sessionId === id) await this.#corrections.remove(correction);
    for (const one of await this.#told.list())
      if (isToldAfter(one) && one.sessionId === id) await this.#told.remove(one.id);
  }

  damaged(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }

  watch(onchange: (sessions: readonly Session[], damaged: readonly never[]) => void): () => void {
    return this.#kept.watch(() => {
      onchange(this.#list(), []);
    });
  }

  #list(): readonly Session[] {
    return this.#kept.all.map(listed).sort(oldestFirst);
  }
}

/** The records of one kind in memory. */
class MemoryRecords<Thing extends { readonly id: string }> implements RecordsOfKind<Thing> {
  readonly #kept = new Kept<Thing>();
  readonly #kind: Kind<Thing>;

  constructor(kind: Kind<Thing>) {
    this.#kind = kind;
  }

  save(thing: Thing): Promise<void> {
    return new Promise((resolve) => {
      this.#kept.add(this.#kind.checked(thing));
      resolve();
    });
  }

  list(): Promise<readonly Thing[]> {
    return Promise.resolve(this.#list());
  }

  remove(id: string): Promise<void> {
    this.#kept.remove(id);
    return Promise.resolve();
  }

  watch(onchange: (things: readonly Thing[]) => void): () => void {
    return this.#kept.watch(() => {
      onchange(this.#list());
    });
  }

  #list(): readonly Thing[] {
    return this.#kept.all.toSorted(this.#kind.order);
  }
}

class MemoryPictures implements Pictures {
  readonly #pictures = new Map<string, KeptPicture>();

  save(picture: KeptPicture): Promise<void> {
    return new Promise((resolve) => {
      this.#pictures.set(pictureKey(picture), checkedPicture(picture));
      resolve();
    });
  }

  find(trial: TrialAddress): Promise<KeptPicture | null> {
    return Promise.resolve(this.#pictures.get(pictureKey(trial)) ?? null);
  }

  addresses(): Promise<readonly TrialAddress[]> {
    return Promise.resolve(
      [...this.#pictures.values()].map(({ sessionId, test, side, trial }) => ({
        sessionId,
        test,
        side,
        trial,
      })),
    );
  }

  remove(trial: TrialAddress): Promise<void> {
    this.#pictures.delete(pictureKey(trial));
    return Promise.resolve();
  }

  removeOf(session: string): void {
    for (const [key, { sessionId }] of this.#pictures) {
      if (sessionId === session) this.#pictures.delete(key);
    }
  }
}

class MemorySettings implements Settings {
  readonly #values = new Map<SettingName, unknown>();

  get<Name extends SettingName>(name: Name): Promise<SettingValue<Name> | null> {
    return Promise.resolve((this.#values.get(name) ?? null) as SettingValue<Name> | null);
  }

  set<Name extends SettingName>(name: Name, value: SettingValue<Name> | null): Promise<void> {
    this.#values.set(name, value);
    return Promise.resolve();
  }
}
