import type { Person } from '../core/session/person.ts';
import { yearOf } from './calendar-day.ts';
import type { Told } from './people.svelte.ts';

/** The years that can be told: chosen, as wide as people live. */
const oldest = 120;

/** Centimetres, as wide as the store takes. */
const heights = [30, 300] as const;

/** What a person tells of themselves while they are telling it: fields of a form, as they are written. */
export class PersonDraft {
  name: string = $state('');
  birthYear: string = $state('');
  sex: Person['sex'] = $state(null);
  height: string = $state('');
  left: string = $state('');
  right: string = $state('');
  /** The first and the last year of birth that can be told. */
  readonly years: readonly [number, number];

  /** `person`: whom it is about; null for somebody new. `now`: milliseconds since 1970. */
  constructor(person: Person | null, now: number) {
    const thisYear = yearOf(now);
    this.years = [thisYear - oldest, thisYear];
    if (person === null) return;
    this.name = person.name;
    this.birthYear = textOf(person.birthYear);
    this.sex = person.sex;
    this.height = textOf(person.height);
    this.left = person.sideNotes.left;
    this.right = person.sideNotes.right;
  }

  get isYearFine(): boolean {
    const year = numberIn(this.birthYear);
    const [first, last] = this.years;
    return year === null || (Number.isInteger(year) && year >= first && year <= last);
  }

  get isHeightFine(): boolean {
    const height = numberIn(this.height);
    return height === null || (height >= heights[0] && height <= heights[1]);
  }

  /** What was told; null while something cannot be so. */
  get told(): Told | null {
    if (!this.isYearFine || !this.isHeightFine) return null;
    return {
      name: this.name.trim(),
      birthYear: numberIn(this.birthYear),
      sex: this.sex,
      height: numberIn(this.height),
      sideNotes: { left: this.left.trim(), right: this.right.trim() },
    };
  }
}

/** The number that is written, with a point or a comma; null where nothing is, NaN where it is none. */
function numberIn(text: string): number | null {
  const written = text.trim();
  return written === '' ? null : Number(written.replace(',', '.'));
}

function textOf(number: number | null): string {
  return number === null ? '' : String(number);
}
