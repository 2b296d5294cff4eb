import { isSame } from './records.ts';

/** Things by id that never change, and who wants to know of them; null where one was removed. */
export class Kept<Thing extends { readonly id: string }> {
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
