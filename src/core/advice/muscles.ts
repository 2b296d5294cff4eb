import type { BodySide } from '../body/pose.ts';
import type { ExerciseId } from './exercises.ts';
import type { Practice } from './practice.ts';

/** What is worked on; `moving` is the whole body. */
export const muscles = [
  'hamstrings',
  'buttocks',
  'trunk',
  'front-of-hip',
  'calves',
  'thighs',
  'moving',
] as const;
export type Muscle = (typeof muscles)[number];

/** What each exercise works on most; after what the figures mark as felt. */
export const muscleOf: Readonly<Record<ExerciseId, Muscle>> = {
  'strap-supine': 'hamstrings',
  'knee-straightening': 'hamstrings',
  doorway: 'hamstrings',
  'seated-chair': 'hamstrings',
  'standing-step': 'hamstrings',
  'toe-touch': 'hamstrings',
  bridge: 'buttocks',
  'bird-dog': 'trunk',
  'side-bridge': 'trunk',
  'curl-up': 'trunk',
  'hip-hinge': 'hamstrings',
  'sit-to-stand': 'thighs',
  'hip-flexor': 'front-of-hip',
  'figure-four': 'buttocks',
  calf: 'calves',
  walking: 'moving',
};

/** For how many seconds one muscle was worked on each side; what both sides did at once counts for both. */
export interface MuscleTime {
  readonly muscle: Muscle;
  readonly left: number;
  readonly right: number;
}

/** For how long each muscle was worked within some times of exercising, in the order of the list; none for 0. */
export function muscleTimes(practices: readonly Practice[]): readonly MuscleTime[] {
  const worked = practices.flatMap((practice) => practice.worked);
  return muscles
    .map((muscle) => {
      const own = worked.filter(({ exercise }) => muscleOf[exercise] === muscle);
      const on = (side: BodySide): number =>
        own
          .filter((one) => one.side === null || one.side === side)
          .reduce((sum, { seconds }) => sum + seconds, 0);
      return { muscle, left: on('left'), right: on('right') };
    })
    .filter(({ left, right }) => left + right > 0);
}
