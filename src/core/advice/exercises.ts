import type { Grade } from '../evidence/grade.ts';
import type { SourceId } from '../evidence/sources.ts';
import {
  afterInjury,
  bending,
  headDown,
  hipLimits,
  looseJoints,
  nerveSigns,
  onTheBack,
  reachOnChair,
  spineUnderLoad,
  unsteady,
} from './cautions.ts';
import type { Caution, Need } from './circumstances.ts';
import {
  bridging,
  generalStretch,
  hinging,
  kneeStraightening,
  standingUp,
  staticHold,
  trunkHolds,
  walking,
  type Dose,
} from './doses.ts';

/** What the plan can offer: hamstring stretches, strength, other stretches, moving about; each list the first choice first. */
export const exerciseIds = [
  'strap-supine',
  'knee-straightening',
  'doorway',
  'seated-chair',
  'standing-step',
  'toe-touch',
  'bridge',
  'bird-dog',
  'side-bridge',
  'curl-up',
  'hip-hinge',
  'sit-to-stand',
  'hip-flexor',
  'figure-four',
  'calf',
  'walking',
] as const;
export type ExerciseId = (typeof exerciseIds)[number];

/** One row of the catalogue. Words are in `app/exercise-words.ts`, the drawing in `figures.ts`. */
export interface Exercise {
  readonly id: ExerciseId;
  readonly position: 'lying' | 'kneeling' | 'sitting' | 'standing' | 'moving';
  /** What it works on: a held hamstring stretch, strength, another stretch, or moving about. */
  readonly aim: 'hamstring' | 'strength' | 'flexibility' | 'movement';
  /** Whether left and right are done apart. */
  readonly sided: boolean;
  readonly dose: Dose;
  readonly needs: readonly Need[];
  readonly cautions: readonly Caution[];
  /** What is known about its effect, and where that was published. */
  readonly grade: Grade;
  readonly sources: readonly SourceId[];
}

/** What every held hamstring stretch shares: nineteen trials of such stretches were pooled. */
const held = {
  aim: 'hamstring',
  sided: true,
  dose: staticHold,
  grade: 'V',
  sources: ['medeiros-2016'],
} as const;

/** What every other stretch shares: trials of stretching many muscles were pooled. */
const stretched = {
  aim: 'flexibility',
  sided: true,
  dose: generalStretch,
  grade: 'V',
  sources: ['arntz-2023'],
} as const;

/** What strength shares: exercise that strengthens or steadies did more for back pain than stretching alone. */
const strengthened = { aim: 'strength', sided: false, grade: 'V', sources: ['owen-2020'] } as const;

/** What the trunk held still shares: it grew stiffer than by moving. */
const steadied = {
  ...strengthened,
  dose: trunkHolds,
  sources: ['owen-2020', 'lee-mcgill-2015'],
} as const;

/** The catalogue. */
export const exercises: Readonly<Record<ExerciseId, Exercise>> = {
  'strap-supine': {
    ...held,
    id: 'strap-supine',
    position: 'lying',
    needs: ['floor', 'strap'],
    cautions: [afterInjury, onTheBack, hipLimits, looseJoints],
  },
  'knee-straightening': {
    ...held,
    id: 'knee-straightening',
    position: 'lying',
    dose: kneeStraightening,
    needs: ['floor'],
    cautions: [afterInjury, onTheBack, hipLimits, looseJoints],
    sources: ['reid-kim-2014'],
  },
  doorway: {
    ...held,
    id: 'doorway',
    position: 'lying',
    needs: ['floor', 'doorway'],
    cautions: [afterInjury, onTheBack, hipLimits, looseJoints, nerveSigns],
  },
  'seated-chair': {
    ...held,
    id: 'seated-chair',
    position: 'sitting',
    needs: ['chair'],
    cautions: [...reachOnChair, afterInjury, hipLimits, looseJoints, nerveSigns],
  },
  'standing-step': {
    ...held,
    id: 'standing-step',
    position: 'standing',
    needs: ['step'],
    cautions: [bending, afterInjury, hipLimits, looseJoints, nerveSigns, unsteady],
  },
  'toe-touch': {
    ...held,
    id: 'toe-touch',
    position: 'standing',
    sided: false,
    needs: [],
    cautions: [
      spineUnderLoad,
      { ...bending, unasked: 'leave-out' },
      headDown,
      afterInjury,
      hipLimits,
      looseJoints,
      nerveSigns,
      unsteady,
    ],
  },
  bridge: {
    ...strengthened,
    id: 'bridge',
    position: 'lying',
    dose: bridging,
    needs: ['floor'],
    cautions: [afterInjury, onTheBack],
  },
  'bird-dog': {
    ...steadied,
    id: 'bird-dog',
    position: 'kneeling',
    sided: true,
    needs: ['floor'],
    cautions: [afterInjury, hipLimits],
  },
  'side-bridge': {
    ...steadied,
    id: 'side-bridge',
    position: 'lying',
    sided: true,
    needs: ['floor'],
    cautions: [afterInjury],
  },
  'curl-up': {
    ...steadied,
    id: 'curl-up',
    position: 'lying',
    needs: ['floor'],
    cautions: [spineUnderLoad, bending, afterInjury, onTheBack],
  },
  'hip-hinge': {
    ...strengthened,
    id: 'hip-hinge',
    position: 'standing',
    dose: hinging,
    needs: [],
    cautions: [bending, afterInjury, hipLimits, unsteady],
    sources: ['eccentric-review'],
  },
  'sit-to-stand': {
    ...strengthened,
    id: 'sit-to-stand',
    position: 'sitting',
    dose: standingUp,
    needs: ['chair'],
    cautions: [afterInjury, hipLimits],
  },
  'hip-flexor': {
    ...stretched,
    id: 'hip-flexor',
    position: 'kneeling',
    needs: ['floor'],
    cautions: [afterInjury, hipLimits, looseJoints, unsteady],
  },
  'figure-four': {
    ...stretched,
    id: 'figure-four',
    position: 'lying',
    needs: ['floor'],
    cautions: [afterInjury, onTheBack, hipLimits, looseJoints],
    sources: ['arntz-2023', 'aaos'],
  },
  calf: {
    ...stretched,
    id: 'calf',
    position: 'standing',
    needs: [],
    cautions: [afterInjury, looseJoints, nerveSigns],
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
