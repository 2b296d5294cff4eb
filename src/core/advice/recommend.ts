import type { BodySide } from '../body/pose.ts';
import type { Grade } from '../evidence/grade.ts';
import type { SourceId } from '../evidence/sources.ts';
import type { Place } from '../norms/norms.ts';
import type { Circumstances } from './circumstances.ts';
import { doseFor, type Dose } from './doses.ts';
import type { Finding, Measured, SidesCompared } from './findings.ts';
import { exercises, exerciseIds, type Exercise, type ExerciseId } from './exercises.ts';

/** Why an exercise is in the plan. Words are in `app/exercise-words.ts`. */
export const reasonIds = [
  'sides-differ',
  'below-typical',
  'low-end',
  'anyone-gains',
  'bend-only',
  'reach-only',
  'longer-hold',
  'off-the-floor',
  'in-a-break',
  'standing-reach',
  'lengthen-under-load',
  'strength-beside',
  'trunk-held',
  'no-floor-strength',
  'hips-as-well',
  'calf-as-well',
  'keep-moving',
  'own-choice',
  'prescribed',
] as const;
export type ReasonId = (typeof reasonIds)[number];

/** What a reason rests on. */
export interface Ground {
  readonly grade: Grade;
  readonly sources: readonly SourceId[];
}

/** The ground of every reason. */
export const grounds: Readonly<Record<ReasonId, Ground>> = {
  'sides-differ': { grade: 'V', sources: ['boyd-villa-2012'] },
  'below-typical': { grade: 'V', sources: ['kutsuna-watanabe-1984'] },
  'low-end': { grade: 'V', sources: ['kutsuna-watanabe-1984'] },
  'anyone-gains': { grade: 'V', sources: ['ayala-2013'] },
  'bend-only': { grade: 'V', sources: ['kippers-parker-1987'] },
  'reach-only': { grade: 'proposal', sources: [] },
  'longer-hold': { grade: 'proposal', sources: [] },
  'off-the-floor': { grade: 'proposal', sources: [] },
  'in-a-break': { grade: 'proposal', sources: [] },
  'standing-reach': { grade: 'proposal', sources: [] },
  'lengthen-under-load': { grade: 'V', sources: ['eccentric-review'] },
  'strength-beside': { grade: 'V', sources: ['owen-2020'] },
  'trunk-held': { grade: 'V', sources: ['lee-mcgill-2015'] },
  'no-floor-strength': { grade: 'proposal', sources: [] },
  'hips-as-well': { grade: 'V', sources: ['arntz-2023'] },
  'calf-as-well': { grade: 'V', sources: ['arntz-2023'] },
  'keep-moving': { grade: 'V', sources: ['owen-2020', 'nice-2017'] },
  'own-choice': { grade: 'proposal', sources: [] },
  prescribed: { grade: 'proposal', sources: [] },
};

/** One exercise of the plan. */
export interface Recommendation {
  readonly exercise: ExerciseId;
  /** The side to begin with and to give one set more; null where both get the same. */
  readonly side: BodySide | null;
  readonly reason: ReasonId;
  readonly place: PlanPlace;
  /** A therapist's; absent where the exercise's own holds. */
  readonly dose?: Dose;
}

/** `main`: what to do; `instead`: may stand in for a main one; `prescribed`: by a therapist; the others go with them. */
export type PlanPlace = 'main' | 'instead' | 'strength' | 'flexibility' | 'movement' | 'prescribed';

/** The dose of an exercise of the plan, for an age in years; null is not known. */
export function doseIn({ exercise, dose }: Recommendation, age: number | null): Dose {
  return dose ?? doseFor(exercises[exercise].dose, age);
}

/** How many held stretches make the plan; chosen: two positions, so that one of them suits the day. */
const mainStretches = 2;

/** Why each stretch may stand in for a main one. */
const insteadReasons: Readonly<Partial<Record<ExerciseId, ReasonId>>> = {
  doorway: 'longer-hold',
  'seated-chair': 'off-the-floor',
  'standing-step': 'in-a-break',
  'toe-touch': 'standing-reach',
};

/** Why each exercise goes with the hamstring stretches. */
const besideReasons: Readonly<Partial<Record<ExerciseId, ReasonId>>> = {
  bridge: 'strength-beside',
  'bird-dog': 'trunk-held',
  'side-bridge': 'trunk-held',
  'curl-up': 'trunk-held',
  'hip-hinge': 'lengthen-under-load',
  'sit-to-stand': 'no-floor-strength',
  'hip-flexor': 'hips-as-well',
  'figure-four': 'hips-as-well',
  calf: 'calf-as-well',
  walking: 'keep-moving',
};

/** Whether nothing that is known of the person speaks against an exercise. */
export function isSuitable(
  exercise: Exercise,
  { conditions, lacking }: Pick<Circumstances, 'conditions' | 'lacking'>,
): boolean {
  if (exercise.needs.some((need) => lacking.has(need))) return false;
  return !exercise.cautions.some(({ condition, unasked }) =>
    conditions === null ? unasked === 'leave-out' : conditions.has(condition),
  );
}

/**
 * The plan: held hamstring stretches, what may replace them, and what goes with them, in the order in
 * which they are shown. Empty when nothing was measured yet, as a check comes first, and while the tests are locked.
 */
export function recommend(
  findings: readonly Finding[],
  circumstances: Circumstances,
): readonly Recommendation[] {
  if (findings.length === 0 || circumstances.isLocked) return [];
  const lacking = isOffTheFloor(findings)
    ? new Set([...circumstances.lacking, 'floor'] as const)
    : circumstances.lacking;
  const suitable = exerciseIds.filter((id) =>
    isSuitable(exercises[id], { ...circumstances, lacking }),
  );
  const held = suitable.filter((id) => exercises[id].aim === 'hamstring');
  const { reason, side } = mainReason(findings);
  return [
    ...held.map((exercise, index): Recommendation => {
      const own = index < mainStretches ? undefined : insteadReasons[exercise];
      return own === undefined
        ? { exercise, reason, side: exercises[exercise].sided ? side : null, place: 'main' }
        : { exercise, reason: own, side: null, place: 'instead' };
    }),
    ...suitable.flatMap((exercise): readonly Recommendation[] => {
      const { aim } = exercises[exercise];
      const own = besideReasons[exercise];
      return own === undefined || aim === 'hamstring'
        ? []
        : [{ exercise, reason: own, side: null, place: aim }];
    }),
  ];
}

/** The strongest thing the findings say about the hamstrings; a difference between sides comes first. */
function mainReason(findings: readonly Finding[]): {
  readonly reason: ReasonId;
  readonly side: BodySide | null;
} {
  const sides = findings.find((one): one is SidesCompared => one.kind === 'sides');
  if (sides?.notable === true) return { reason: 'sides-differ', side: sides.lower };
  const raises = findings.filter(
    (one): one is Measured => one.kind === 'measured' && one.step.test === 'slr',
  );
  if (isOffTheFloor(findings)) return { reason: 'reach-only', side: null };
  if (!findings.some(isOfHamstrings)) return { reason: 'bend-only', side: null };
  const at = (place: Place): Measured[] => raises.filter((one) => one.typical?.place === place);
  const [below, ...others] = at('below');
  if (below) return { reason: 'below-typical', side: others.length === 0 ? below.step.side : null };
  return { reason: at('low-end').length > 0 ? 'low-end' : 'anyone-gains', side: null };
}

/**
 * Whether all that is known comes from the test for people who cannot lie on the floor. Chosen: the plan
 * keeps off the floor as well, until another test was done.
 */
function isOffTheFloor(findings: readonly Finding[]): boolean {
  return findings.every((one) => one.kind === 'measured' && one.step.test === 'chair-reach');
}

/** Whether a finding is about a test of the hamstrings alone, not of the whole bend. */
function isOfHamstrings(finding: Finding): boolean {
  return finding.kind === 'measured' && ['slr', 'ake'].includes(finding.step.test);
}
