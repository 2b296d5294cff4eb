import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothingAsked } from '../../src/core/advice/circumstances.ts';
import { exerciseIds, exercises } from '../../src/core/advice/exercises.ts';
import { findingsOf, latestOf } from '../../src/core/advice/findings.ts';
import { recommend } from '../../src/core/advice/recommend.ts';
import { standingWish, swapsFor, wished } from '../../src/core/advice/wish.ts';
import { raise } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';

const sessions = [sessionOn(0, [raise('left', 60), raise('right', 80)])];
const offered = recommend(findingsOf(latestOf(sessions), { sex: null, age: null }), nothingAsked);
const nothing = { lacking: [], refused: [], swapped: [], minutes: 20 };

const anyWish = fc.record({
  lacking: fc.constant([]),
  refused: fc.subarray([...exerciseIds]),
  swapped: fc.array(
    fc.record({
      exercise: fc.constantFrom(...exerciseIds),
      rather: fc.constantFrom(...exerciseIds),
    }),
    { maxLength: 4 },
  ),
  minutes: fc.constant(null),
});

describe('a wish', () => {
  it('that was never told changes nothing', () => {
    expect(standingWish([])).toEqual(nothing);
    expect(wished(offered, nothing)).toEqual(offered);
  });

  it('counts where it is the last, whole, alike on all devices', () => {
    const at = (id: string, time: number) => ({ id, at: time, ...nothing });
    const [old, one, two] = [at('c', 1), at('a', 2), at('b', 2)];
    expect(standingWish([old, one, two])).toBe(two);
    expect(standingWish([two, one, old])).toBe(two);
  });

  it('never brings in what is not offered, nothing refused, and nothing twice', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        const plan = wished(offered, wish).map(({ exercise }) => exercise);
        expect(offered.map(({ exercise }) => exercise)).toEqual(expect.arrayContaining(plan));
        expect(plan.filter((id) => wish.refused.includes(id))).toEqual([]);
        expect(new Set(plan).size).toBe(plan.length);
      }),
    );
  });

  it('to do something else puts it where the other one was, as an own choice', () => {
    const plan = wished(offered, {
      ...nothing,
      swapped: [{ exercise: 'strap-supine', rather: 'seated-chair' }],
    });
    expect(plan[0]).toEqual({
      exercise: 'seated-chair',
      side: exercises['seated-chair'].sided ? 'left' : null,
      reason: 'own-choice',
      place: 'main',
    });
    expect(plan.map(({ exercise }) => exercise)).not.toContain('strap-supine');
    expect(plan).toHaveLength(offered.length - 1);
  });

  it('to do a thing without sides instead begins with none', () => {
    const sided = offered.map((one) => ({ ...one, side: 'left' as const }));
    const both = sided
      .map(({ exercise }) => exercise)
      .find((id) => !exercises[id].sided && swapsFor(id, sided).length > 0)!;
    const other = swapsFor(both, sided)[0]!;
    const plan = wished(sided, { ...nothing, swapped: [{ exercise: other, rather: both }] });
    expect(plan.find(({ exercise }) => exercise === both)).toMatchObject({ side: null });
  });

  it.each([
    ['of something that works on something else', 'strap-supine', 'bridge'],
    ['of something for itself', 'bridge', 'bridge'],
    ['of something that is not in the plan', 'toe-touch', 'strap-supine'],
  ] as const)('%s changes nothing', (_, exercise, rather) => {
    const plan = offered.filter((one) => one.exercise !== 'toe-touch');
    expect(wished(plan, { ...nothing, swapped: [{ exercise, rather }] })).toEqual(plan);
  });
});
