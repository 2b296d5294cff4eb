import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFact } from '../../src/core/evidence/grade.ts';
import { sources } from '../../src/core/evidence/sources.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { normFor, placeOf, typicalRange } from '../../src/core/norms/norms.ts';
import { norms } from '../../src/core/norms/tables.ts';
import type { Group } from '../../src/core/norms/norm.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';

const rightRaise: Step = { test: 'slr', side: 'right' };
const woman: Group = { sex: 'female', age: null };
const man: Group = { sex: 'male', age: null };

function rangeOf(step: Step, group: Group): readonly [number, number] | null {
  const norm = normFor(step, group);
  if (norm === null) return null;
  const { low, high } = typicalRange(norm);
  return [Math.round(low), Math.round(high)];
}

describe('the typical range', () => {
  it('of a leg raise is that of the published percentiles, by sex', () => {
    expect(rangeOf(rightRaise, man)).toEqual([66, 91]);
    expect(rangeOf(rightRaise, woman)).toEqual([75, 97]);
  });

  it('is not known while the person has not said their sex', () => {
    expect(normFor(rightRaise, { sex: null, age: 40 })).toBeNull();
  });

  it.each([19, 70])('is not given to a person of %i, whom nobody measured', (age) => {
    expect(normFor(rightRaise, { sex: 'male', age })).toBeNull();
  });

  it.each([20, 69])('is given to a person of %i, the edge of who was measured', (age) => {
    expect(normFor(rightRaise, { sex: 'male', age })).not.toBeNull();
  });

  it.each<Step>([
    { test: 'forward-bend', side: null },
    { test: 'ake', side: 'left' },
    { test: 'chair-reach', side: 'left' },
  ])('does not exist for $test, which has no verified row', (step) => {
    expect(normFor(step, woman)).toBeNull();
  });

  it('rests on rows that were seen at their source, for both sides alike', () => {
    for (const norm of norms) {
      expect(isFact(norm.grade)).toBe(true);
      expect(sources[norm.source].year).toBe(1984);
      const other = norms.filter(
        (one) => one.sex === norm.sex && one.step.test === norm.step.test && one !== norm,
      );
      expect(other.map(({ step }) => step.side)).toEqual([
        norm.step.side === 'left' ? 'right' : 'left',
      ]);
    }
  });
});

describe('the place of a number', () => {
  const range = { low: degrees(66), high: degrees(91) };
  const at = (value: number, halfWidth95: number) =>
    placeOf({ value: degrees(value), halfWidth95: degrees(halfWidth95) }, range);

  it.each([
    [58, 4, 'below'],
    [63, 4, 'low-end'],
    [66, 4, 'within'],
    [91, 4, 'within'],
    [92, 4, 'above'],
  ] as const)('%i give or take %i is %s', (value, halfWidth, place) => {
    expect(at(value, halfWidth)).toBe(place);
  });

  it('never sinks when the leg goes higher', () => {
    const order = ['below', 'low-end', 'within', 'above'];
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 120, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (value, more, halfWidth) => {
          expect(order.indexOf(at(value + more, halfWidth))).toBeGreaterThanOrEqual(
            order.indexOf(at(value, halfWidth)),
          );
        },
      ),
    );
  });

  it('is never called below on an unsure number that may lie inside', () => {
    expect(at(58, 9)).toBe('low-end');
  });
});
