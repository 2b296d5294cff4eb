/** Numbers, and words by their places in a list: read and copied by the browser many times faster than objects. */
export interface Packed {
  readonly numbers: Float64Array;
  /** Each once. */
  readonly words: readonly string[];
}

const noWord = -1;

/** Puts numbers and words one after the other, as an Unpacker takes them. */
export class Packer {
  readonly #numbers: number[] = [];
  readonly #places = new Map<string, number>();

  /** Where the next thing comes to lie, for an Unpacker to begin there. */
  get place(): number {
    return this.#numbers.length;
  }

  /** A finite number, or none. */
  number(value: number | null): void {
    this.#numbers.push(value ?? NaN);
  }

  word(value: string | null): void {
    if (value === null) {
      this.#numbers.push(noWord);
      return;
    }
    const place = this.#places.get(value) ?? this.#places.size;
    this.#places.set(value, place);
    this.#numbers.push(place);
  }

  /** How many things there are, and each as `put` puts it. */
  list<Thing>(things: readonly Thing[], put: (thing: Thing) => void): void {
    this.#numbers.push(things.length);
    for (const thing of things) put(thing);
  }

  packed(): Packed {
    return { numbers: Float64Array.from(this.#numbers), words: [...this.#places.keys()] };
  }
}

/** Takes out what a Packer put in, in the same order. Trusts what it is given: that it was packed by this code. */
export class Unpacker {
  readonly #numbers: Float64Array;
  readonly #words: readonly string[];
  #place: number;

  constructor({ numbers, words }: Packed, place = 0) {
    this.#numbers = numbers;
    this.#words = words;
    this.#place = place;
  }

  /** NaN where there was none. */
  number(): number {
    return this.#numbers[this.#place++] as number;
  }

  numberOrNull(): number | null {
    const value = this.number();
    return Number.isNaN(value) ? null : value;
  }

  /** The word, of the type that whoever takes it says; null where there was none. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a cast at each of twenty places else
  word<Word extends string | null>(): Word {
    return (this.#words[this.number()] ?? null) as Word;
  }

  list<Thing>(take: () => Thing): Thing[] {
    const count = this.number();
    const things: Thing[] = [];
    for (let index = 0; index < count; index += 1) things.push(take());
    return things;
  }
}
