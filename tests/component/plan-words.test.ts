import { describe, expect, test } from 'vitest';
import { Plan } from '../../src/app/plan.svelte.ts';
import { findingText } from '../../src/app/finding-words.ts';
import { doseText } from '../../src/app/dose-words.ts';
import { staticHoldOlder, trunkHolds } from '../../src/core/advice/doses.ts';
import { standingWish } from '../../src/core/advice/wish.ts';
import { nothingTold } from '../../src/core/safety/record.ts';
import { raise } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';

function said(value: number, sex: 'female' | 'male'): string | null {
  const sessions = [sessionOn(0, [raise('right', value)])];
  const parts = {
    history: { sessions, isRead: true },
    safety: { state: nothingTold, told: [], isRead: true },
    replies: { inForce: null, isRead: true },
    wishes: { standing: standingWish([]), isRead: true },
    group: () => ({ sex, age: 40 }),
    now: () => 0,
  };
  const [finding] = new Plan(parts).findings;
  return finding ? findingText(finding) : null;
}

describe('A number against its typical range', () => {
  test.each([
    [55, 'male', 'Below the typical range for men, 66° to 91°'],
    [64, 'male', 'At the lower end of the typical range for men, 66° to 91°'],
    [80, 'female', 'In the typical range for women, 75° to 97°'],
    [110, 'female', 'Above the typical range for women, 75° to 97°'],
  ] as const)('of %i° for a %s person is told as "%s"', (value, sex, words) => {
    expect(said(value, sex)).toBe(words);
  });
});

describe('A dose', () => {
  test('for older adults has its span of seconds, for a stretch of both legs at once', () => {
    expect(doseText(staticHoldOlder, false)).toEqual({
      amount: '2–3 × 30–60 seconds',
      rhythm: '5 days a week for 6 weeks',
      later: 'then 3 days a week keep the gain',
    });
  });

  test('in sets that get shorter names each of them', () => {
    expect(doseText(trunkHolds, false).amount).toBe('5, 3, 1 × 7–10 seconds');
  });
});
