import type { Correction, TrialAddress } from '../core/session/correction.ts';
import type { Session } from '../core/session/session.ts';
import { asMade, type Corrections } from './corrections.ts';
import { checkedPicture, pictureKey, type KeptPicture, type Pictures } from './pictures.ts';
import { checked, checkedCorrection, isSame } from './records.ts';
import { oldestFirst, type Sessions } from './sessions.ts';
import type { SettingName, Settings, SettingValue } from './settings.ts';
import { joined } from './traces.ts';

/** Sessions and what belongs to them that last as long as the page: for browsers that refuse storage. */
export interface MemoryShelf {
  readonly sessions: Sessions;
  readonly corrections: Corrections;
  readonly pictures: Pictures;
}

/** An empty shelf. Behaves as the stored one. */
export function memoryShelf(): MemoryShelf {
  const corrections = new MemoryCorrections();
  const pictures = new MemoryPictures();
  return { sessions: new MemorySessions(corrections, pictures), corrections, pictures };
}

/** Things by id that never change, and who wants to know of them; null where one was removed. */
class Kept<Thing extends { readonly id: string }> {
  readonly #things = new Map<string, Thing | null>();
  readonly #watchers = new Set<() => void>();

  get all(): readonly Thing[] {
    return [...this.#things.values()].filter((thing) => thing !== null);
  }

  find(id: string): Thing | null {
    return this.#things.get(id) ?? null;
  }

  add(thing: Thing): void {
    const existing = this.#things.get(thing.id);
    if (existing === undefined) {
      this.#things.set(thing.id, thing);
      this.#tell();
    } else if (!isSame(existing, thing)) {
      throw new Error(`What is stored never changes: ${thing.id}`);
    }
  }

  remove(id: string): void {
    if (!this.#things.get(id)) return;
    this.#things.set(id, null);
    this.#tell();
  }

  watch(tell: () => void): () => void {
    const watcher = () => {
      queueMicrotask(() => {
        if (this.#watchers.has(watcher)) tell();
      });
    };
    this.#watchers.add(watcher);
    watcher();
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}

class MemorySessions implements Sessions {
  readonly #kept = new Kept<Session>();
  readonly #corrections: MemoryCorrections;
  readonly #pictures: MemoryPictures;

  constructor(corrections: MemoryCorrections, pictures: MemoryPictures) {
    this.#corrections = corrections;
    this.#pictures = pictures;
  }

  save(session: Session): Promise<void> {
    return new Promise((resolve) => {
      this.#kept.add(checked(session));
      resolve();
    });
  }

  list(): Promise<readonly Session[]> {
    return Promise.resolve(this.#list());
  }

  find(id: string): Promise<Session | null> {
    return Promise.resolve(this.#kept.find(id));
  }

  remove(id: string): Promise<void> {
    this.#kept.remove(id);
    this.#corrections.removeOf(id);
    this.#pictures.removeOf(id);
    return Promise.resolve();
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
    return this.#kept.all.map((session) => joined(session, null)).sort(oldestFirst);
  }
}

class MemoryCorrections implements Corrections {
  readonly #kept = new Kept<Correction>();

  save(correction: Correction): Promise<void> {
    return new Promise((resolve) => {
      this.#kept.add(checkedCorrection(correction));
      resolve();
    });
  }

  list(): Promise<readonly Correction[]> {
    return Promise.resolve(this.#list());
  }

  remove(id: string): Promise<void> {
    this.#kept.remove(id);
    return Promise.resolve();
  }

  removeOf(session: string): void {
    for (const { id, sessionId } of this.#kept.all)
      if (sessionId === session) this.#kept.remove(id);
  }

  watch(onchange: (corrections: readonly Correction[]) => void): () => void {
    return this.#kept.watch(() => {
      onchange(this.#list());
    });
  }

  #list(): readonly Correction[] {
    return this.#kept.all.toSorted(asMade);
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

/** Settings that last as long as the page. */
export class MemorySettings implements Settings {
  readonly #values = new Map<SettingName, unknown>();

  get<Name extends SettingName>(name: Name): Promise<SettingValue<Name> | null> {
    return Promise.resolve((this.#values.get(name) ?? null) as SettingValue<Name> | null);
  }

  set<Name extends SettingName>(name: Name, value: SettingValue<Name> | null): Promise<void> {
    this.#values.set(name, value);
    return Promise.resolve();
  }
}
