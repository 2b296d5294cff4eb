import { Failure, type FailureCode } from '../core/errors.ts';
import { untoldPerson, type Person } from '../core/session/person.ts';
import type { People as StoredPeople } from '../store/people.ts';
import type { SessionShelf } from './opened-shelf.ts';
import type { RememberedPerson } from './remembered-person.ts';

/** What a person tells of themselves. */
export type Told = Omit<Person, 'id' | 'changedAt'>;

/** What the people of this device need of the outside world. */
export interface PeopleParts {
  /** Opens the list of people; `onstale` is called when this page is to be loaded anew. */
  readonly open: (onstale: () => void) => Promise<StoredPeople>;
  readonly remembered: RememberedPerson;
  /** Whether a check runs, or is being stored: then nobody else can become the current person. */
  readonly isBusy: () => boolean;
  /** Told when somebody else has become the current person. */
  readonly onturn: () => void;
  /** Told when everything was erased: the page is to begin anew. */
  readonly onerased: () => void;
  readonly newId: () => string;
  readonly now: () => number;
}

/** Everyone who measures on this device, and whose turn it is in this tab. */
export class People {
  readonly #parts: PeopleParts;
  #opened: Promise<StoredPeople> | null = null;
  #all: readonly Person[] | null = $state.raw(null);
  #currentId: string | null = $state.raw(null);
  #turn = $state.raw(0);
  #failure: FailureCode | null = $state.raw(null);
  /** Shown until the list is read. */
  readonly #nobody = untoldPerson('');

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  /** Everyone, in the order in which they were added; empty until the list is read. */
  get all(): readonly Person[] {
    return this.#all ?? [];
  }

  /** Whose turn it is in this tab; somebody of whom nothing is told until the list is read. */
  get current(): Person {
    return this.all.find(({ id }) => id === this.#currentId) ?? this.#nobody;
  }

  /** How often another person has become the current one: what is made for one of them ends with its turn. */
  get turn(): number {
    return this.#turn;
  }

  get isRead(): boolean {
    return this.#all !== null;
  }

  /** What is wrong with the list of people; null while all is well. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  /** Reads the list and follows it; gives the function that stops it. */
  follow(): () => void {
    let stop: (() => void) | null = null;
    let hasStopped = false;
    this.#watch().then(
      (unwatch) => {
        stop = unwatch;
        if (hasStopped) unwatch();
      },
      (error: unknown) => {
        this.#fail(error);
      },
    );
    return () => {
      hasStopped = true;
      stop?.();
    };
  }

  /** The list as it is stored. Throws a Failure where it cannot be opened. */
  stored(): Promise<StoredPeople> {
    this.#opened ??= this.#parts
      .open(() => {
        this.#failure = 'storage-stale';
      })
      .catch((error: unknown) => {
        this.#opened = null;
        throw error;
      });
    return this.#opened;
  }

  /** Opens the store of the current person. Throws a Failure. */
  async openShelf(onstale: () => void): Promise<SessionShelf> {
    const stored = await this.stored();
    return stored.openStore(this.#chosen(stored), onstale);
  }

  /** Whether nobody else can become the current person now, since a check runs. */
  get isBusy(): boolean {
    return this.#parts.isBusy();
  }

  /** Lets it be another person's turn in this tab. Does nothing while a check runs: it is still the other's. */
  turnTo(id: string): void {
    if (this.isBusy || id === this.#currentId) return;
    this.#currentId = id;
    this.#turn += 1;
    this.#parts.remembered.remember(id);
    this.#parts.onturn();
  }

  /** Adds a person; gives their id. Throws a Failure. */
  async add(told: Told): Promise<string> {
    const id = this.#parts.newId();
    await this.#save({ ...told, id });
    return id;
  }

  /** Changes what is told of a person. Throws a Failure. */
  change(id: string, told: Told): Promise<void> {
    return this.#save({ ...told, id });
  }

  /**
   * Takes a person away with all that was measured of them. If it was their turn, it is then the first one's.
   * Does nothing while a check runs. Throws a Failure.
   */
  async remove(id: string): Promise<void> {
    if (this.isBusy) return;
    const stored = await this.stored();
    await stored.remove(id);
    await this.settle();
  }

  /** Deletes everything of everyone on this device, settings too, and loads the page anew. Throws a Failure. */
  async eraseAll(): Promise<void> {
    await (await this.stored()).erase();
    this.#parts.onerased();
  }

  /** Reads the list anew; where the current person is gone, it is the first one's turn. Throws a Failure. */
  async settle(): Promise<void> {
    const stored = await this.stored();
    this.#all = await stored.list();
    const isHere = this.#all.some(({ id }) => id === this.#currentId);
    const first = this.#all[0];
    if (!isHere && first) this.turnTo(first.id);
  }

  async #save(told: Told & { readonly id: string }): Promise<void> {
    const stored = await this.stored();
    await stored.save({ ...told, changedAt: this.#parts.now() });
    this.#all = await stored.list();
  }

  /** Who is the current person in this tab: decided once, for all that is opened for them. */
  #chosen({ known }: StoredPeople): string {
    const remembered = this.#parts.remembered.id();
    this.#currentId ??= (known.find(({ id }) => id === remembered) ?? known[0])?.id ?? '';
    this.#all ??= known;
    return this.#currentId;
  }

  async #watch(): Promise<() => void> {
    const stored = await this.stored();
    this.#chosen(stored);
    return stored.watch(
      (people) => {
        this.#all = people;
      },
      (failure) => {
        this.#fail(failure);
      },
    );
  }

  #fail(error: unknown): void {
    if (!(error instanceof Failure)) throw error;
    this.#failure = error.code;
    this.#all ??= [];
  }
}
