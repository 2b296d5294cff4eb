import type { ExerciseId } from './exercises.ts';
import type { Figure } from './figure.ts';
import { hamstringFigures } from './figures-hamstring.ts';
import { otherFigures } from './figures-other.ts';
import { strengthFigures } from './figures-strength.ts';

/** The figure of every exercise. */
export const figures: Readonly<Record<ExerciseId, Figure>> = {
  ...hamstringFigures,
  ...strengthFigures,
  ...otherFigures,
};
