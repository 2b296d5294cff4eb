import { expect } from 'vitest';
import type { Pass } from '../../src/app/pass.ts';
import type { Safety } from '../../src/app/safety.svelte.ts';
import { gate } from '../../src/core/safety/gate.ts';
import { nothingTold, type Answered, type SafetyAnswers } from '../../src/core/safety/record.ts';

/** Answers the safety gate, with no yes but for what a test changes, and gives its pass. */
export async function passGate(
  safety: Safety,
  answers: Partial<SafetyAnswers> = {},
): Promise<Pass> {
  await expect.poll(() => safety.isRead).toBe(true);
  await safety.answer({ flags: [], readiness: [], pain: 0, ...answers });
  const { pass } = safety;
  if (pass === null) throw new Error('These answers lock the tests');
  return pass;
}

/** A pass as the gate makes one, for a visit that has no gate before it. */
export function passOf(record: Answered): Pass {
  return { record, passage: gate(nothingTold, record), madeAt: record.at };
}
