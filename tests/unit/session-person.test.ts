import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupOf, laterOf, untoldPerson } from '../../src/core/session/person.ts';
import { anyVersionOf, personOf } from '../helpers/people.ts';

const id = '019ca945-0a00-7000-8000-000000000000';
const version = anyVersionOf(id);

describe('Of two versions of a person', () => {
  test('the one that was changed later counts', () => {
    const before = personOf(id);
    const after = personOf(id, { name: 'Ada L', changedAt: before.changedAt + 1 });
    expect(laterOf(before, after)).toBe(after);
    expect(laterOf(after, before)).toBe(after);
  });

  test('two devices choose the same, in whatever order they meet them', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(laterOf(a, b)).toEqual(laterOf(b, a));
        expect(laterOf(laterOf(a, b), c)).toEqual(laterOf(a, laterOf(b, c)));
        expect(laterOf(a, a)).toEqual(a);
      }),
    );
  });

  test('anything told counts before nothing told', () => {
    fc.assert(
      fc.property(
        version.filter(({ changedAt }) => changedAt > 0),
        (told) => {
          expect(laterOf(untoldPerson(id), told)).toBe(told);
        },
      ),
    );
  });
});

describe('Whom a person is compared with', () => {
  test('is known by their sex and the age they turn this year', () => {
    const now = Date.UTC(2026, 2, 1);
    expect(groupOf(personOf(id), now)).toEqual({ sex: 'female', age: 46 });
  });

  test('stays open for what they did not tell', () => {
    expect(groupOf(untoldPerson(id), 0)).toEqual({ sex: null, age: null });
  });
});
