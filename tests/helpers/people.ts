import fc from 'fast-check';
import type { Person } from '../../src/core/session/person.ts';

/** Someone with all that can be told. */
export function personOf(id: string, of: Partial<Person> = {}): Person {
  return {
    id,
    name: 'Ada',
    birthYear: 1980,
    sex: 'female',
    height: 168,
    sideNotes: { left: 'knee operated 2019', right: '' },
    changedAt: 1_772_366_400_000,
    ...of,
  };
}

/** Versions of one person: few moments and names, so that they often meet. */
export function anyVersionOf(id: string): fc.Arbitrary<Person> {
  return fc.record({
    id: fc.constant(id),
    name: fc.constantFrom('', 'Ada', 'Bo'),
    birthYear: fc.option(fc.constantFrom(1950, 1980)),
    sex: fc.option(fc.constantFrom('female' as const, 'male' as const)),
    height: fc.option(fc.constantFrom(168, 181.5)),
    sideNotes: fc.record({ left: fc.constantFrom('', 'stiff'), right: fc.constantFrom('', 'x') }),
    changedAt: fc.integer({ min: 0, max: 3 }),
  });
}
