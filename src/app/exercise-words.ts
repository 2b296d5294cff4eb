import type { ExerciseId } from '../core/advice/exercises.ts';
import { m } from '../messages/generated/messages.js';

/** What an exercise is called, what it is for, how it is done, and how to make it easier or harder. */
export interface ExerciseWords {
  readonly name: () => string;
  readonly purpose: () => string;
  readonly steps: readonly (() => string)[];
  readonly easier: () => string;
  readonly harder: () => string;
}

/** The words of every exercise: one without words does not compile. */
export const exerciseWords: Readonly<Record<ExerciseId, ExerciseWords>> = {
  'strap-supine': {
    name: m.exercise_strap_supine,
    purpose: m.exercise_strap_supine_for,
    steps: [m.exercise_strap_supine_1, m.exercise_strap_supine_2, m.exercise_strap_supine_3],
    easier: m.exercise_strap_supine_easier,
    harder: m.exercise_strap_supine_harder,
  },
  'knee-straightening': {
    name: m.exercise_knee_straightening,
    purpose: m.exercise_knee_straightening_for,
    steps: [
      m.exercise_knee_straightening_1,
      m.exercise_knee_straightening_2,
      m.exercise_knee_straightening_3,
    ],
    easier: m.exercise_knee_straightening_easier,
    harder: m.exercise_knee_straightening_harder,
  },
  doorway: {
    name: m.exercise_doorway,
    purpose: m.exercise_doorway_for,
    steps: [m.exercise_doorway_1, m.exercise_doorway_2, m.exercise_doorway_3],
    easier: m.exercise_doorway_easier,
    harder: m.exercise_doorway_harder,
  },
  'seated-chair': {
    name: m.exercise_seated_chair,
    purpose: m.exercise_seated_chair_for,
    steps: [m.exercise_seated_chair_1, m.exercise_seated_chair_2, m.exercise_seated_chair_3],
    easier: m.exercise_seated_chair_easier,
    harder: m.exercise_seated_chair_harder,
  },
  'standing-step': {
    name: m.exercise_standing_step,
    purpose: m.exercise_standing_step_for,
    steps: [m.exercise_standing_step_1, m.exercise_standing_step_2, m.exercise_standing_step_3],
    easier: m.exercise_standing_step_easier,
    harder: m.exercise_standing_step_harder,
  },
  'toe-touch': {
    name: m.exercise_toe_touch,
    purpose: m.exercise_toe_touch_for,
    steps: [m.exercise_toe_touch_1, m.exercise_toe_touch_2, m.exercise_toe_touch_3],
    easier: m.exercise_toe_touch_easier,
    harder: m.exercise_toe_touch_harder,
  },
  bridge: {
    name: m.exercise_bridge,
    purpose: m.exercise_bridge_for,
    steps: [m.exercise_bridge_1, m.exercise_bridge_2, m.exercise_bridge_3],
    easier: m.exercise_bridge_easier,
    harder: m.exercise_bridge_harder,
  },
  'bird-dog': {
    name: m.exercise_bird_dog,
    purpose: m.exercise_bird_dog_for,
    steps: [m.exercise_bird_dog_1, m.exercise_bird_dog_2, m.exercise_bird_dog_3],
    easier: m.exercise_bird_dog_easier,
    harder: m.exercise_bird_dog_harder,
  },
  'side-bridge': {
    name: m.exercise_side_bridge,
    purpose: m.exercise_side_bridge_for,
    steps: [m.exercise_side_bridge_1, m.exercise_side_bridge_2, m.exercise_side_bridge_3],
    easier: m.exercise_side_bridge_easier,
    harder: m.exercise_side_bridge_harder,
  },
  'curl-up': {
    name: m.exercise_curl_up,
    purpose: m.exercise_curl_up_for,
    steps: [m.exercise_curl_up_1, m.exercise_curl_up_2, m.exercise_curl_up_3],
    easier: m.exercise_curl_up_easier,
    harder: m.exercise_curl_up_harder,
  },
  'hip-hinge': {
    name: m.exercise_hip_hinge,
    purpose: m.exercise_hip_hinge_for,
    steps: [m.exercise_hip_hinge_1, m.exercise_hip_hinge_2, m.exercise_hip_hinge_3],
    easier: m.exercise_hip_hinge_easier,
    harder: m.exercise_hip_hinge_harder,
  },
  'sit-to-stand': {
    name: m.exercise_sit_to_stand,
    purpose: m.exercise_sit_to_stand_for,
    steps: [m.exercise_sit_to_stand_1, m.exercise_sit_to_stand_2, m.exercise_sit_to_stand_3],
    easier: m.exercise_sit_to_stand_easier,
    harder: m.exercise_sit_to_stand_harder,
  },
  'hip-flexor': {
    name: m.exercise_hip_flexor,
    purpose: m.exercise_hip_flexor_for,
    steps: [m.exercise_hip_flexor_1, m.exercise_hip_flexor_2, m.exercise_hip_flexor_3],
    easier: m.exercise_hip_flexor_easier,
    harder: m.exercise_hip_flexor_harder,
  },
  'figure-four': {
    name: m.exercise_figure_four,
    purpose: m.exercise_figure_four_for,
    steps: [m.exercise_figure_four_1, m.exercise_figure_four_2, m.exercise_figure_four_3],
    easier: m.exercise_figure_four_easier,
    harder: m.exercise_figure_four_harder,
  },
  calf: {
    name: m.exercise_calf,
    purpose: m.exercise_calf_for,
    steps: [m.exercise_calf_1, m.exercise_calf_2, m.exercise_calf_3],
    easier: m.exercise_calf_easier,
    harder: m.exercise_calf_harder,
  },
  walking: {
    name: m.exercise_walking,
    purpose: m.exercise_walking_for,
    steps: [m.exercise_walking_1, m.exercise_walking_2],
    easier: m.exercise_walking_easier,
    harder: m.exercise_walking_harder,
  },
};
