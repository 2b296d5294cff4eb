import { degrees } from '../geometry/angle.ts';
import type { BodySide } from '../body/pose.ts';
import type { Norm, Sex } from './norm.ts';

/**
 * Leg raise, lifted by the examiner with the pelvis held and the knee straight: 946 men and 842 women
 * aged 20 to 69, healthy, in steps of 5 degrees (Kutsuna and Watanabe 1984). No norm was found for a
 * leg lifted by oneself; its angle to the floor was not seen to differ (JOSPT 1994;19:168-172, n = 22).
 */
function legRaise(sex: Sex, side: BodySide, people: number, mean: number, sd: number): Norm {
  return {
    step: { test: 'slr', side },
    sex,
    mean: degrees(mean),
    sd: degrees(sd),
    people,
    ages: [20, 69],
    grade: 'V',
    source: 'kutsuna-watanabe-1984',
  };
}

/** Every verified norm. A test without a row has no typical range. */
export const norms: readonly Norm[] = [
  legRaise('male', 'right', 946, 78.7, 9.7),
  legRaise('male', 'left', 946, 79.0, 9.94),
  legRaise('female', 'right', 842, 85.7, 8.48),
  legRaise('female', 'left', 842, 87.3, 8.38),
];
