import type { Session } from '../core/session/session.ts';
import { checked, isSame } from './records.ts';
import { oldestFirst, type Sessions } from './sessions.ts';
import type { SettingName, Settings, SettingValue } from './settings.ts';
import { joined } from './traces.ts';

/** Sessions that last as long as the page: for browsers that refuse storage. Behaves as the stored ones. */
export class MemorySessions implements Sessions {
  /** By id; null where a session was removed. */
  readonly #sessions = new Map<string, Session | null>();
  readonly #watchers = new Set<() => void>();

  save(session: Session): Promise<void> {
    return new Promise((resolve) => {
      const copy = checked(session);
      const existing = this.#sessions.get(copy.id);
      if (existing === undefined) {
        this.#sessions.set(copy.id, copy);
        this.#tell();
      } else if (!isSame(existing, copy)) {
        throw new Error(`A stored session never changes: ${copy.id}`);
      }
      resolve();
    });
  }

  list(): Promise<readonly Session[]> {
    return Promise.resolve(this.#list());
  }

  find(id: string): Promise<Session | null> {
    return Promise.resolve(this.#sessions.get(id) ?? null);
  }

  remove(id: string): Promise<void> {
    if (this.#sessions.get(id)) {
      this.#sessions.set(id, null);
      this.#tell();
    }
    return Promise.resolve();
  }

  damaged(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }

  watch(onchange: (sessions: readonly Session[], damaged: readonly never[]) => void): () => void {
    const watcher = () => {
      queueMicrotask(() => {
        if (this.#watchers.has(watcher)) onchange(this.#list(), []);
      });
    };
    this.#watchers.add(watcher);
    watcher();
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  #list(): readonly Session[] {
    return [...this.#sessions.values()]
      .filter((session) => session !== null)
      .map((session) => joined(session, null))
      .sort(oldestFirst);
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
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
