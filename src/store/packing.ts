/**
 * Numbers, counts, and words by their places in a list: read and copied by the browser many times faster than objects. Counts
 * and places, of which there are as many as numbers, take a quarter of the room.
 */
export interface Packed {
  readonly numbers: Float64Array;
  /** Counts, and one more than the place of a word; 0 for no word. */
  readonly codes: Uint16Array | Uint32Array;
  /** Each once. */
  readonly words: readonly string[];
}

/** A place in what is packed. */
interface PackedPlace {
  readonly number: number;
  readonly code: number;
}

/** One for all: most lists of a history are empty. */
const nothing: readonly never[] = [];

/** Puts numbers and words one after the other, as an Unpacker takes them. */
export class Packer {
  readonly #numbers: number[] = [];
  readonly #codes: number[] = [];
  readonly #places = new Map<string, number>();

  /** Where the next thing comes to lie. */
  get place(): PackedPlace {
    return { number: this.#numbers.length, code: this.#codes.length };
  }

  /** A finite number, or none. */
  number(value: number | null): void {
    this.#numbers.push(value ?? NaN);
  }

  /** A whole number from 0. */
  count(value: number): void {
    this.#codes.push(value);
  }

  word(value: string | null): void {
    if (value === null) {
      this.count(0);
      return;
    }
    const place = this.#places.get(value) ?? this.#places.size;
    this.#places.set(value, place);
    this.count(place + 1);
  }

  /** How many things there are, and each as `put` puts it. */
  list<Thing>(things: readonly Thing[], put: (thing: Thing) => void): void {
    this.count(things.length);
    for (const thing of things) put(thing);
  }

  packed(): Packed {
    const isSmall = this.#codes.every((code) => code <= 0xffff);
    return {
      numbers: Float64Array.from(this.#numbers),
      codes: isSmall ? Uint16Array.from(this.#codes) : Uint32Array.from(this.#codes),
      words: [...this.#places.keys()],
    };
  }
}

/** Takes out what a Packer put in, in the same order. Trusts what it is given: that it was packed by this code. */
export class Unpacker {
  readonly #numbers: Float64Array;
  readonly #codes: Uint16Array | Uint32Array;
  readonly #words: readonly string[];
  #number = 0;
  #code = 0;

  constructor({ numbers, codes, words }: Packed) {
    this.#numbers = numbers;
    this.#codes = codes;
    this.#words = words;
  }

  /** Goes on at these of the numbers and codes. */
  goTo(number: number, code: number): this {
    this.#number = number;
    this.#code = code;
    return this;
  }

  /** NaN where there was none. */
  number(): number {
    return this.#numbers[this.#number++] as number;
  }

  numberOrNull(): number | null {
    const value = this.number();
    return Number.isNaN(value) ? null : value;
  }

  count(): number {
    return this.#codes[this.#code++] as number;
  }

  /** The word, of the type that whoever takes it says; null where there was none. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a cast at each of twenty places else
  word<Word extends string | null>(): Word {
    return (this.#words[this.count() - 1] ?? null) as Word;
  }

  /** Things, each taken by `take`, which is the same function for all lists of a kind: one for each would have to be made. */
  list<Thing>(take: (unpacker: this) => Thing): readonly Thing[] {
    const count = this.count();
    if (count === 0) return nothing;
    // Of its length at once: what grows by pushing is kept with room for sixteen more.
    const things = new Array<Thing>(count);
    for (let index = 0; index < count; index += 1) things[index] = take(this);
    return things;
  }
}
