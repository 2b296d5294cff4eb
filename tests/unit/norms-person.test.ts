import { describe, expect, it } from 'vitest';
import { normForPerson } from '../../src/core/norms/typical.ts';

const raise = { test: 'slr', side: 'right' } as const;

describe('the typical range for a person', () => {
  it('is that of their sex', () => {
    expect(normForPerson(raise, { sex: 'male', birthYear: 1986 }, 2026)?.mean).toBe(78.7);
    expect(normForPerson(raise, { sex: 'female', birthYear: 1986 }, 2026)?.mean).toBe(85.7);
  });

  it('is not there while they have told nothing, or only half', () => {
    expect(normForPerson(raise, null, 2026)).toBeNull();
    expect(normForPerson(raise, { sex: null, birthYear: 1986 }, 2026)).toBeNull();
    expect(normForPerson(raise, { sex: 'male', birthYear: null }, 2026)).toBeNull();
  });

  // Measured were people of 20 to 69; who was born 20 years ago may still be 19.
  it.each([
    [19, false],
    [20, false],
    [21, true],
    [69, true],
    [70, false],
  ])('fits one born %i years ago: %o', (years, fits) => {
    const norm = normForPerson(raise, { sex: 'male', birthYear: 2026 - years }, 2026);
    expect(norm !== null).toBe(fits);
  });

  it('is not there for a test that nobody has published one for', () => {
    const bend = { test: 'forward-bend', side: null } as const;
    expect(normForPerson(bend, { sex: 'male', birthYear: 1986 }, 2026)).toBeNull();
  });
});
