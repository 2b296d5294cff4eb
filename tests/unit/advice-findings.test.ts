import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf, latestOf, type SidesCompared } from '../../src/core/advice/findings.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import type { Session } from '../../src/core/session/session.ts';
import { bend, raise, unmeasured } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';

const unknown = { sex: null, age: null };

function sidesIn(sessions: readonly Session[]): SidesCompared | null {
  const found = findingsOf(latestOf(sessions), unknown);
  return found.find((one): one is SidesCompared => one.kind === 'sides') ?? null;
}

describe('the newest numbers of a person', () => {
  it('are one for each test and side, from whichever session had it last', () => {
    const sessions = [
      sessionOn(1, [raise('left', 60), bend(70)]),
      sessionOn(2, [raise('left', 64), raise('right', 62)]),
    ];
    expect(
      latestOf(sessions).map(({ step, estimate, at }) => [
        step.test,
        step.side,
        estimate.value,
        sessions.findIndex((one) => one.startedAt === at),
      ]),
    ).toEqual([
      ['slr', 'left', 64, 1],
      ['forward-bend', null, 70, 0],
      ['slr', 'right', 62, 1],
    ]);
  });

  it('stay when a later check could not measure', () => {
    const sessions = [
      sessionOn(1, [raise('left', 60)]),
      sessionOn(2, [unmeasured({ test: 'slr', side: 'left' }, 'knee-bent')]),
    ];
    expect(latestOf(sessions)[0]?.estimate.value).toBe(60);
  });

  it('are none when nothing was ever measured', () => {
    const sessions = [sessionOn(1, [unmeasured({ test: 'slr', side: 'left' }, 'knee-bent')])];
    expect(latestOf(sessions)).toEqual([]);
  });
});

describe('what the numbers say', () => {
  it('is placed in the typical range only where that is known', () => {
    const numbers = latestOf([sessionOn(1, [raise('left', 58), bend(70)])]);
    const [leg, whole] = findingsOf(numbers, { sex: 'male', age: 40 });
    expect(leg).toMatchObject({ kind: 'measured', typical: { place: 'below' } });
    expect(whole).toMatchObject({ kind: 'measured', typical: null });
    expect(findingsOf(numbers, unknown)[0]).toMatchObject({ typical: null });
  });

  it('compares no sides while one is missing', () => {
    expect(sidesIn([sessionOn(1, [raise('right', 58)])])).toBeNull();
    expect(sidesIn([sessionOn(1, [raise('left', 58)])])).toBeNull();
  });

  it.each([
    [72, 61, 'right', 11, false],
    [72, 60, 'right', 12, true],
    [60, 72, 'left', 12, true],
    [65, 65, 'left', 0, false],
  ] as const)(
    'left %i and right %i: %s is lower by %i, notable: %s',
    (left, right, lower, difference, notable) => {
      const sides = sidesIn([sessionOn(1, [raise('left', left), raise('right', right)])]);
      expect(sides).toEqual({ kind: 'sides', test: 'slr', lower, difference, notable });
    },
  );

  it('calls no difference notable that the measurement itself could make', () => {
    const sides = sidesIn([sessionOn(1, [raise('left', 74, 10), raise('right', 60, 10)])]);
    expect(sides?.notable).toBe(false);
  });

  it('keeps a notable difference notable when it grows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 12, noNaN: true }),
        (right, difference, more, width) => {
          const at = (left: number) =>
            sidesIn([sessionOn(1, [raise('left', left, width), raise('right', right, width)])]);
          const smaller = at(right + difference);
          const larger = at(right + difference + more);
          if (smaller?.notable === true) expect(larger?.notable).toBe(true);
          expect(larger?.difference).toBeGreaterThanOrEqual(degrees(0));
        },
      ),
    );
  });
});
