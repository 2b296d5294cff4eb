import type { Grade } from '../evidence/grade.ts';
import type { SourceId } from '../evidence/sources.ts';
import type { Caution, Need } from './conditions.ts';
import { bridging, hinging, kneeStraightening, staticHold, walking, type Dose } from './doses.ts';

/** What the plan can offer: the hamstring stretches, then what goes with them. */
export const exerciseIds = [
  'strap-supine',
  'knee-straightening',
  'doorway',
  'seated-chair',
  'standing-step',
  'toe-touch',
  'hip-hinge',
  'bridge',
  'walking',
] as const;
export type ExerciseId = (typeof exerciseIds)[number];

/** One row of the catalogue. Words are in `app/exercise-words.ts`, the drawing in `figures.ts`. */
export interface Exercise {
  readonly id: ExerciseId;
  readonly position: 'lying' | 'sitting' | 'standing' | 'moving';
  /** What it works on: a held hamstring stretch, strength, or moving about. */
  readonly aim: 'hamstring' | 'strength' | 'movement';
  /** Whether left and right are done apart. */
  readonly sided: boolean;
  readonly dose: Dose;
  readonly needs: readonly Need[];
  readonly cautions: readonly Caution[];
  /** What is known about its effect, and where that was published. */
  readonly grade: Grade;
  readonly sources: readonly SourceId[];
}

/** Bending forward far under load is a movement to avoid with osteoporosis. */
const spineUnderLoad: Caution = {
  condition: 'osteoporosis',
  unasked: 'leave-out',
  grade: 'V',
  source: 'giangregorio-2015',
};

/** The reach on a chair is not for severe osteoporosis, nor where bending hurts. */
const reachOnChair: readonly Caution[] = [
  { condition: 'osteoporosis', unasked: 'warn', grade: 'V', source: 'senior-fitness-test' },
  { condition: 'pain-on-bending', unasked: 'warn', grade: 'V', source: 'senior-fitness-test' },
];

/** Rules of care without a source that was seen; they take away, and are never told as facts. */
const afterInjury: Caution = {
  condition: 'recent-injury',
  unasked: 'warn',
  grade: 'recall',
  source: null,
};
const onTheBack: Caution = { condition: 'supine', unasked: 'warn', grade: 'recall', source: null };
const headDown: Caution = {
  condition: 'head-down',
  unasked: 'leave-out',
  grade: 'recall',
  source: null,
};
const bending: Caution = {
  condition: 'pain-on-bending',
  unasked: 'warn',
  grade: 'proposal',
  source: null,
};

/** What every held hamstring stretch shares: nineteen trials of such stretches were pooled. */
const held = {
  aim: 'hamstring',
  sided: true,
  dose: staticHold,
  grade: 'V',
  sources: ['medeiros-2016'],
} as const;

/** The catalogue. */
export const exercises: Readonly<Record<ExerciseId, Exercise>> = {
  'strap-supine': {
    ...held,
    id: 'strap-supine',
    position: 'lying',
    needs: ['floor', 'strap'],
    cautions: [afterInjury, onTheBack],
  },
  'knee-straightening': {
    ...held,
    id: 'knee-straightening',
    position: 'lying',
    dose: kneeStraightening,
    needs: ['floor'],
    cautions: [afterInjury, onTheBack],
    sources: ['reid-kim-2014'],
  },
  doorway: {
    ...held,
    id: 'doorway',
    position: 'lying',
    needs: ['floor', 'doorway'],
    cautions: [afterInjury, onTheBack],
  },
  'seated-chair': {
    ...held,
    id: 'seated-chair',
    position: 'sitting',
    needs: ['chair'],
    cautions: [...reachOnChair, afterInjury],
  },
  'standing-step': {
    ...held,
    id: 'standing-step',
    position: 'standing',
    needs: ['step'],
    cautions: [bending, afterInjury],
  },
  'toe-touch': {
    ...held,
    id: 'toe-touch',
    position: 'standing',
    sided: false,
    needs: [],
    cautions: [spineUnderLoad, { ...bending, unasked: 'leave-out' }, headDown, afterInjury],
  },
  'hip-hinge': {
    id: 'hip-hinge',
    position: 'standing',
    aim: 'strength',
    sided: false,
    dose: hinging,
    needs: [],
    cautions: [bending, afterInjury],
    grade: 'V',
    sources: ['eccentric-review'],
  },
  bridge: {
    id: 'bridge',
    position: 'lying',
    aim: 'strength',
    sided: false,
    dose: bridging,
    needs: ['floor'],
    cautions: [afterInjury, onTheBack],
    grade: 'V',
    sources: ['owen-2020'],
  },
  walking: {
    id: 'walking',
    position: 'moving',
    aim: 'movement',
    sided: false,
    dose: walking,
    needs: [],
    cautions: [],
    grade: 'V',
    sources: ['owen-2020', 'nice-2017'],
  },
};
