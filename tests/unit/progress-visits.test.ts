import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visitsOf } from '../../src/app/moments.ts';
import type { Session } from '../../src/core/session/session.ts';
import { timelinesOfTest } from '../../src/core/session/timeline.ts';
import { raise, unmeasured } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';

/** Which legs were raised in a check, in which order: also one leg twice, as no file forbids it. */
const anyLegs = fc.array(fc.constantFrom('left', 'right'), { maxLength: 3 });

/** Checks of a few days, several of one day among them, in any order. */
const anySessions = fc
  .array(fc.record({ day: fc.nat(5), legs: anyLegs, isMissed: fc.boolean() }), { maxLength: 12 })
  .map((checks) =>
    checks.map(({ day, legs, isMissed }, index): Session => {
      const results = legs.map((side, at) =>
        isMissed ? unmeasured({ test: 'slr', side }, 'not-held') : raise(side, 50 + at),
      );
      const id = `0190a000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
      return { ...sessionOn(day, results), id };
    }),
  );

describe('the visits of a test', () => {
  it('are its sessions, oldest first, each once, with all that was done of it, left before right', () => {
    fc.assert(
      fc.property(anySessions, (sessions) => {
        const done = sessions
          .filter(({ results }) => results.length > 0)
          .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
        const visits = visitsOf(timelinesOfTest(sessions, 'slr'));
        expect(visits.map(({ id, at, timeZone }) => ({ id, at, timeZone }))).toEqual(
          done.map(({ id, startedAt: at, timeZone }) => ({ id, at, timeZone })),
        );
        expect(visits.map(({ readings }) => readings.map(({ result }) => result))).toEqual(
          done.map(({ results }) => [
            ...results.filter(({ side }) => side === 'left'),
            ...results.filter(({ side }) => side === 'right'),
          ]),
        );
      }),
    );
  });
});
