import { describe, expect, it } from 'vitest';
import { feltWords, heldText, pullText, risenText, stopWords } from '../../src/app/pain-words.ts';
import { adviceText, flagWords, readinessWords, withheldText } from '../../src/app/safety-words.ts';
import { isFact, type Grade } from '../../src/core/evidence/grade.ts';
import { conditions, takenAwayBy, testCautions } from '../../src/core/safety/conditions.ts';
import { emergencyNumberIn, emergencyRegions } from '../../src/core/safety/emergency-numbers.ts';
import { conditionsFelt, feltPlaces, feltRules, holdingBack } from '../../src/core/safety/felt.ts';
import { flagIds, flags, otherFlags } from '../../src/core/safety/flags.ts';
import { adviceBases, adviceIds } from '../../src/core/safety/gate.ts';
import { riseBasis, stopSigns } from '../../src/core/safety/pain.ts';
import { readiness, readinessIds } from '../../src/core/safety/readiness.ts';
import { tiers, worstOf, type Basis } from '../../src/core/safety/tier.ts';

const rows: readonly (readonly [string, Basis])[] = [
  ...flagIds.map((id) => [id, flags[id]] as const),
  ...readinessIds.map((id) => [id, readiness[id]] as const),
  ...feltPlaces.map((id) => [id, feltRules[id]] as const),
  ...adviceIds.map((id) => [id, adviceBases[id]] as const),
  ...conditions.flatMap((id) => testCautions[id].map((one) => [`${id} ${one.test}`, one] as const)),
  ['rise', riseBasis],
];

describe('every row of the safety data', () => {
  it.each(rows)('%s has a source that was seen, or says that it has none', (_id, row) => {
    expect(row.sources.length > 0).toBe(isFact(row.grade));
    expect<readonly Grade[]>(['V', 'V2', 'recall', 'proposal']).toContain(row.grade);
  });

  it.each(flagIds)('%s is asked in words that a person may tick', (id) => {
    expect(flags[id].id).toBe(id);
    expect(flagWords[id]()).toMatch(/^[A-Z].*[^.]$/);
  });

  it.each(readinessIds)('%s is asked in words that a person may tick', (id) => {
    expect(readiness[id].id).toBe(id);
    expect(readinessWords[id]()).toMatch(/^[A-Z].*[^.]$/);
  });

  it('asks for the signs in the order of their urgency', () => {
    const order = flagIds.map((id) => tiers.indexOf(flags[id].tier));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(otherFlags.every((id) => flags[id].tier !== 'emergency')).toBe(true);
  });
});

describe('the tiers', () => {
  it('are as urgent as the most urgent of them', () => {
    expect(worstOf([])).toBeNull();
    expect(worstOf(['caution', 'urgent', 'see-someone'])).toBe('urgent');
  });
});

describe('a condition', () => {
  it('takes a test away, and the first one says so', () => {
    expect(takenAwayBy('forward-bend', ['supine', 'head-down'])?.condition).toBe('head-down');
    expect(takenAwayBy('slr', ['head-down'])).toBeNull();
  });
});

describe('whom to call', () => {
  it.each([
    ['DE', '112', null],
    ['GB', '999', '111'],
    ['US', '911', null],
    ['NO', '113', '116 117'],
    ['BR', '192', null],
    ['AU', '000', '1800 022 222'],
    ['NZ', '111', null],
    ['JP', '119', null],
    ['FR', '112', null],
  ])('in %s is %s', (region, first, advice) => {
    const number = emergencyNumberIn(region);
    expect(number?.call[0]).toBe(first);
    expect(number?.advice).toBe(advice);
  });

  it('is not guessed where it is not known', () => {
    expect(emergencyNumberIn('XX')).toBeNull();
    expect(emergencyNumberIn(null)).toBeNull();
  });

  it.each(emergencyRegions)('in %s are digits that were seen at their source', (region) => {
    const number = emergencyNumberIn(region);
    expect(region).toMatch(/^[A-Z]{2}$/);
    expect(isFact(number?.grade ?? 'recall')).toBe(true);
    for (const digits of number?.call ?? []) expect(digits).toMatch(/^\d{2,3}$/);
  });
});

describe('the advice', () => {
  it.each(adviceIds)('%s is a sentence or two', (id) => {
    expect(adviceText(id, null, null)).toMatch(/^[A-Z].*\.$/);
  });

  it('names the number of the region, and before it the one the person set', () => {
    expect(adviceText('call-emergency', 'US', null)).toContain('Call 911 now');
    expect(adviceText('call-emergency', 'US', '555')).toContain('Call 555 now');
    expect(adviceText('call-emergency', null, null)).toContain('your local emergency number');
  });

  it('names a line for advice only where there is one', () => {
    expect(adviceText('be-seen-today', 'GB', null)).toContain('you can call 111');
    expect(adviceText('be-seen-today', 'US', null)).not.toContain('call');
  });

  it('says why a test is left out', () => {
    const basis: Basis = { grade: 'recall', sources: [] };
    expect(withheldText({ test: 'forward-bend', because: 'head-down', basis })).toBe(
      'Forward bend: left out when you should keep your head up.',
    );
    expect(withheldText({ test: 'slr', because: 'pain', basis })).toBe('Leg raise: not today.');
  });
});

describe('where a leg raise was felt', () => {
  it.each([
    ['thigh', true],
    ['behind-knee', true],
    ['calf-or-foot', false],
    ['back', false],
    ['tingling', false],
  ] as const)('%s lets exercises get harder: %s, and says why not', (place, mayProgress) => {
    expect(feltRules[place].mayProgress).toBe(mayProgress);
    expect(heldText(place) === null).toBe(mayProgress);
    expect(feltWords[place]()).toMatch(/^[A-Z]/);
  });

  it('holds back by any of several places, each named once', () => {
    expect(holdingBack(['tingling', 'thigh', 'back'])).toEqual(['back', 'tingling']);
    expect(conditionsFelt(['tingling', 'calf-or-foot', 'thigh'])).toEqual(['nerve-signs']);
    expect(conditionsFelt(['thigh'])).toEqual([]);
  });
});

describe('the words about pain', () => {
  it('say how much and when to stop', () => {
    expect(pullText()).toContain('4 of 10');
    expect(risenText(2, 5)).toContain('rose by 3');
    expect(stopWords.rising()).toContain('2 or more');
    for (const sign of stopSigns) expect(stopWords[sign]()).toMatch(/^Stop .*\.$/);
  });
});
