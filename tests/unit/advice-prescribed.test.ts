import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothingAsked, needs, type Circumstances } from '../../src/core/advice/circumstances.ts';
import { amountAt } from '../../src/core/advice/amount.ts';
import { exerciseIds, exercises } from '../../src/core/advice/exercises.ts';
import { prescribedPlan } from '../../src/core/advice/prescribed.ts';
import { programmeOf } from '../../src/core/advice/programme.ts';
import { doseIn, isSuitable } from '../../src/core/advice/recommend.ts';
import { conditions } from '../../src/core/safety/conditions.ts';
import { prescribed } from '../helpers/replies.ts';

const asked: Circumstances = { ...nothingAsked, conditions: new Set() };
const anyCircumstances: fc.Arbitrary<Circumstances> = fc.record({
  conditions: fc.option(fc.subarray([...conditions]).map((some) => new Set(some))),
  lacking: fc.subarray([...needs]).map((some) => new Set(some)),
  isLocked: fc.boolean(),
});
const anyChosen = fc.shuffledSubarray([...exerciseIds]);

describe('a therapist’s programme', () => {
  it('never offers what a lock, a condition, a lack or the person speaks against, and says each', () => {
    fc.assert(
      fc.property(anyCircumstances, anyChosen, anyChosen, (circumstances, chosen, refused) => {
        const all = chosen.map((exercise) => prescribed(exercise));
        const { recommendations, heldBack } = prescribedPlan(all, circumstances, refused);
        if (circumstances.isLocked) {
          expect([recommendations, heldBack]).toEqual([[], []]);
          return;
        }
        for (const { exercise } of recommendations) {
          expect(isSuitable(exercises[exercise], circumstances)).toBe(true);
          expect(refused).not.toContain(exercise);
        }
        for (const { lacking, conditions: speaking, isRefused } of heldBack)
          expect(lacking.length + speaking.length + (isRefused ? 1 : 0)).toBeGreaterThan(0);
        expect(
          [...recommendations, ...heldBack].map(({ exercise }) => exercise).toSorted(),
        ).toEqual(chosen.toSorted());
      }),
    );
  });

  it('is done in its own order, all of it, whatever time there is', () => {
    const all = (['bridge', 'doorway', 'strap-supine', 'calf'] as const).map((one) =>
      prescribed(one),
    );
    const { recommendations } = prescribedPlan(all, asked, []);
    expect(programmeOf(recommendations, { minutes: 1, age: 70 })).toEqual(recommendations);
    expect(recommendations.map(({ exercise }) => exercise)).toEqual(
      all.map(({ exercise }) => exercise),
    );
  });

  it('has the amounts that were written, at any age, and they do not grow by themselves', () => {
    for (const id of exerciseIds) {
      const amount = amountAt(exercises[id].dose, 1);
      const { recommendations } = prescribedPlan([prescribed(id, { amount, days: 6 })], asked, []);
      const dose = doseIn(recommendations[0]!, 70);
      expect(dose.days).toBe(6);
      for (const level of [0, 3]) expect(amountAt(dose, level)).toEqual(amount);
    }
  });

  it('begins with a side only where an exercise has sides', () => {
    const all = [prescribed('doorway', { side: 'right' }), prescribed('bridge', { side: 'right' })];
    const { recommendations } = prescribedPlan(all, asked, []);
    expect(recommendations.map(({ side }) => side)).toEqual(['right', null]);
  });

  it('leaves out what would have to be asked first, while nobody has asked', () => {
    const { heldBack } = prescribedPlan([prescribed('hip-hinge')], nothingAsked, []);
    const leftOut = exercises['hip-hinge'].cautions.some(({ unasked }) => unasked === 'leave-out');
    expect(heldBack.length > 0).toBe(leftOut);
  });
});
