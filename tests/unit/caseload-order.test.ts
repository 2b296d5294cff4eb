import { describe, expect, it } from 'vitest';
import { caseOrders, casesInOrder, clearestOf, type CaseOrder } from '../../src/app/case-order.ts';
import { goniometerIn } from '../../src/app/goniometer-draft.ts';
import type { CasePerson } from '../../src/caseload/records.ts';
import type { SummaryNumber } from '../../src/caseload/summary.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { idOf } from '../helpers/shares.ts';

type Change = SummaryNumber['change'];

function person(
  number: number,
  name: string,
  { change = null as Change, seenAt = null as number | null, isFlagged = false } = {},
): CasePerson {
  const one = { test: 'slr', side: 'left', value: degrees(70), goniometer: null, change } as const;
  const summary = { name, visits: 1, newestVisit: 1, sharedAt: 1, numbers: [one] };
  return { id: idOf('a', number), summary, seenAt, isFlagged };
}

const people = [
  person(1, 'Zoë', { change: { amount: 14, verdict: 'real' }, seenAt: 5 }),
  person(2, 'ada', { change: { amount: -12, verdict: 'real' }, isFlagged: true }),
  person(3, '', { change: { amount: 30, verdict: 'possible' }, seenAt: 9 }),
  person(4, 'Élise'),
  person(5, 'Bo 10', { change: { amount: 0, verdict: 'noise' } }),
  person(6, 'Bo 9', { change: { amount: -25, verdict: 'real' }, isFlagged: true }),
];

function names(order: CaseOrder, typed = ''): readonly string[] {
  return casesInOrder(people, order, typed, 'en').map(({ summary }) => summary.name);
}

describe('the people of a caseload', () => {
  it.each<[CaseOrder, readonly string[]]>([
    ['change', ['Bo 9', 'ada', 'Zoë', '', 'Bo 10', 'Élise']],
    ['seen', ['', 'Zoë', 'ada', 'Bo 9', 'Bo 10', 'Élise']],
    ['flag', ['ada', 'Bo 9', 'Bo 10', 'Élise', 'Zoë', '']],
    ['name', ['ada', 'Bo 9', 'Bo 10', 'Élise', 'Zoë', '']],
  ])('are in their order by %s, then by name', (order, wanted) => {
    expect(names(order)).toEqual(wanted);
  });

  it('keep their order whatever order they come in', () => {
    for (const order of caseOrders) {
      expect(casesInOrder(people.toReversed(), order, '', 'en')).toEqual(
        casesInOrder(people, order, '', 'en'),
      );
    }
  });

  it('are found by a part of their name, in any case and without its accents', () => {
    expect(names('name', ' ELI ')).toEqual(['Élise']);
    expect(names('name', 'zoe')).toEqual(['Zoë']);
    expect(names('name', 'bo')).toEqual(['Bo 9', 'Bo 10']);
    expect(names('name', '.*')).toEqual([]);
  });

  it('are told by their surest change, of equals by what was lost', () => {
    const changes: readonly Change[] = [
      { amount: 40, verdict: 'possible' },
      null,
      { amount: 20, verdict: 'real' },
      { amount: -11, verdict: 'real' },
    ];
    const [one] = people;
    const numbers = changes.map((change) => ({ ...one!.summary.numbers[0]!, change }));
    const several = { ...one!, summary: { ...one!.summary, numbers } };
    expect(clearestOf(several)?.change).toEqual({ amount: -11, verdict: 'real' });
    expect(clearestOf(people[3]!)).toBeNull();
  });
});

describe('a goniometer’s value', () => {
  it.each([
    ['75', 75],
    [' 75° ', 75],
    ['72,5', 72.5],
    ['72.5', 72.5],
    ['-5', -5],
    ['−5', -5],
    ['０', 0],
    ['180', 180],
    ['-30', -30],
  ])('is read as it is written: %s', (typed, value) => {
    expect(goniometerIn(typed)).toBe(value);
  });

  it.each(['', 'x', '181', '-31', '7 5 x', '1e2', '75.', 'NaN', 'Infinity', '0x10', '٧٥'])(
    'is none where it is no angle of a joint: %s',
    (typed) => {
      expect(goniometerIn(typed)).toBeNull();
    },
  );
});
