import type { TestId } from '../protocol/protocol.ts';
import type { Basis } from './tier.ts';

/** What is so about a body that takes tests and exercises away. */
export const conditions = [
  'osteoporosis',
  'pain-on-bending',
  'head-down',
  'supine',
  'recent-injury',
  'hip-limits',
  'unsteady',
  'hypermobility',
  'nerve-signs',
] as const;
export type Condition = (typeof conditions)[number];

/** A test that a condition takes away, and what that rests on. */
export interface TestCaution extends Basis {
  readonly test: TestId;
}

function caution(test: TestId, grade: 'recall' | 'proposal'): TestCaution {
  return { test, grade, sources: [] };
}

/** Seen for the leg raise and the bend as a rule of care; the other two lengthen the same muscles. */
const untilHealed: readonly TestCaution[] = [
  caution('slr', 'recall'),
  caution('forward-bend', 'recall'),
  caution('ake', 'proposal'),
  caution('chair-reach', 'proposal'),
];

/** The tests that each condition takes away. */
export const testCautions: Readonly<Record<Condition, readonly TestCaution[]>> = {
  osteoporosis: [
    { test: 'forward-bend', grade: 'V', sources: ['giangregorio-2015'] },
    { test: 'chair-reach', grade: 'V', sources: ['senior-fitness-test'] },
  ],
  'pain-on-bending': [
    { test: 'chair-reach', grade: 'V', sources: ['senior-fitness-test'] },
    caution('forward-bend', 'proposal'),
  ],
  'head-down': [caution('forward-bend', 'recall')],
  supine: [caution('slr', 'recall'), caution('ake', 'recall')],
  'recent-injury': untilHealed,
  'hip-limits': untilHealed,
  unsteady: [caution('forward-bend', 'proposal')],
  // Measured with care: the words of the caution say to stop before the end.
  hypermobility: [],
  // Said after a test, not before one: it holds the exercises back.
  'nerve-signs': [],
};

/** The condition that takes a test away; null where none of them does. */
export function takenAwayBy(
  test: TestId,
  having: readonly Condition[],
): { readonly condition: Condition; readonly basis: Basis } | null {
  for (const condition of having) {
    const basis = testCautions[condition].find((one) => one.test === test);
    if (basis) return { condition, basis };
  }
  return null;
}
