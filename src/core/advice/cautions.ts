import type { Condition } from '../safety/conditions.ts';
import type { Caution } from './circumstances.ts';

/** Bending forward far under load is a movement to avoid with osteoporosis. */
export const spineUnderLoad: Caution = {
  condition: 'osteoporosis',
  unasked: 'leave-out',
  grade: 'V',
  source: 'giangregorio-2015',
};

/** The reach on a chair is not for severe osteoporosis, nor where bending hurts. */
export const reachOnChair: readonly Caution[] = [
  { condition: 'osteoporosis', unasked: 'warn', grade: 'V', source: 'senior-fitness-test' },
  { condition: 'pain-on-bending', unasked: 'warn', grade: 'V', source: 'senior-fitness-test' },
];

/** A rule of care without a source that was seen: it takes away, and is never told as a fact. */
function care(condition: Condition, grade: 'recall' | 'proposal'): Caution {
  return { condition, unasked: 'warn', grade, source: null };
}

/** After an injury or an operation of leg, hip or back. */
export const afterInjury = care('recent-injury', 'recall');

/** Lying on the back. */
export const onTheBack = care('supine', 'recall');

/** The head below the heart; left out while nobody has asked, as few would know to ask. */
export const headDown: Caution = { ...care('head-down', 'recall'), unasked: 'leave-out' };

/** Bending forward where it hurts. */
export const bending = care('pain-on-bending', 'proposal');

/** The hip bent to a right angle or farther. */
export const hipLimits = care('hip-limits', 'recall');

/** A hold near the end of the range, which loose joints are not to be pushed to. */
export const looseJoints = care('hypermobility', 'recall');

/** A hold that also pulls on what runs down the leg; the gentle ones on the back stay. */
export const nerveSigns = care('nerve-signs', 'proposal');

/** On one's feet, or half kneeling, with nothing firm to hold on to. */
export const unsteady = care('unsteady', 'proposal');
