import type { Step } from '../protocol/protocol.ts';
import type { Person } from '../session/person.ts';
import type { Norm } from './norm.ts';
import { normFor } from './norms.ts';

/** What is needed of a person to know whom they may be set beside. */
export type Described = Pick<Person, 'sex' | 'birthYear'>;

/**
 * The norm of a test and side for a person in a year; null where no verified row fits, and where sex or year of birth
 * were not told. A year of birth allows for two ages, and both have to fit.
 */
export function normForPerson(step: Step, person: Described | null, year: number): Norm | null {
  if (!person?.birthYear) return null;
  const age = year - person.birthYear;
  const younger = normFor(step, { sex: person.sex, age: age - 1 });
  return younger && normFor(step, { sex: person.sex, age });
}
