import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format } from 'prettier';
import type { Calibration } from './calibrate.ts';

const file = resolve(import.meta.dirname, '../../src/core/measure/calibration-table.ts');

/** Which data a calibration was fitted on, and when. */
export interface Origin {
  /** ISO date. */
  readonly date: string;
  readonly subjects: number;
  /** SHA-256 of the data set's names and truths. */
  readonly checksum: string;
}

/** Writes src/core/measure/calibration-table.ts. */
export async function writeTable(calibration: Calibration, origin: Origin): Promise<void> {
  const {
    cameraModel,
    curves,
    stillLean,
    standingLean,
    thighShare,
    oneLookFactor,
    usualFitSd,
    lines,
  } = calibration;
  const text = `import type { CameraModel, Curve, CurveKey, LeanFeature, LinearModel } from './calibration.ts';

/*
 * Written by \`npm run calibrate\`; not to be changed by hand.
 * Fitted on ${origin.date} on ${String(origin.subjects)} dev subjects, checksum ${origin.checksum}.
 * Error on bodies that were left out of the fit, in degrees:
 *
${lines.map((line) => ` * ${line}`).join('\n')}
 */

/** The data set that this table was fitted on. */
export const fittedOn = ${literal(origin)};

/** Where the camera stands to a lying body. */
export const cameraModel: CameraModel = ${literal(cameraModel)};

/** True against measured angles. */
export const curves: Readonly<Record<CurveKey, Curve>> = ${literal(curves)};

/** How far the thighs of a person who bends lean back, in one picture; degrees. */
export const stillLean: LinearModel<LeanFeature> = ${literal(stillLean)};

/** How far the thighs of a person who bends lean forward before what is read of their lean is added; degrees. */
export const standingLean = ${literal(standingLean)};

/** So much of the lean that is read of a thigh is true; the rest is the model's hip. */
export const thighShare = ${literal(thighShare)};

/** How many times larger errors are where the larger model has not looked again (leg raise). */
export const oneLookFactor = ${literal(oneLookFactor)};

/** What the arc fit's own standard deviation usually is, in degrees: part of the leg raise's \`sd\`. */
export const usualFitSd = ${literal(usualFitSd)};
`;
  writeFileSync(
    file,
    await format(text, { parser: 'typescript', singleQuote: true, printWidth: 100 }),
  );
}

function literal(value: unknown): string {
  const round = (_: string, part: unknown): unknown =>
    typeof part === 'number' ? Number(part.toPrecision(6)) : part;
  return JSON.stringify(value, round);
}
