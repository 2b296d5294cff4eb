import * as v from 'valibot';
import { keypointNames } from '../core/body/pose.ts';
import type { Outline } from '../core/session/set-up.ts';
import type { TracePoint } from '../core/session/trial.ts';
import { outline } from './values.ts';

/*
 * [Note: Packed points] An outline and a curve are many pairs of numbers. In a row they are one array of them: the browser
 * copies and writes that as it is, an object for each pair key by key. A Float64Array, so that every number stays what it was.
 * Until schema 5 there were objects in their place. Those are read as ever, and stay as they are: nothing above the rows tells
 * them apart. Decision 30.
 */

/** Whether it is numbers in pairs, all of them finite. */
function isPairs(value: unknown): value is Float64Array {
  return value instanceof Float64Array && value.length % 2 === 0 && value.every(Number.isFinite);
}

/** An outline as numbers: x and y of each keypoint, in the order of their names. */
export function packedOutline(plain: Outline): Float64Array {
  const packed = new Float64Array(2 * keypointNames.length);
  let place = 0;
  for (const name of keypointNames) {
    const { x, y } = plain[name];
    packed[place++] = x;
    packed[place++] = y;
  }
  return packed;
}

/** An outline as a row has it: as numbers, or as before schema 5. */
export const storedOutline = v.union(
  [
    v.pipe(
      v.custom<Float64Array>(
        (value) => isPairs(value) && value.length === 2 * keypointNames.length,
      ),
      v.transform(unpackedOutline),
    ),
    outline,
  ],
  'Invalid outline',
);

/** A curve as numbers: time and angle of each point. */
export function packedCurve(plain: readonly TracePoint[]): Float64Array {
  const packed = new Float64Array(2 * plain.length);
  plain.forEach(({ at, angle }, place) => {
    packed[2 * place] = at;
    packed[2 * place + 1] = angle;
  });
  return packed;
}

/** A curve as numbers. */
export const numberedCurve = v.pipe(v.custom<Float64Array>(isPairs), v.transform(unpackedCurve));

function unpackedOutline(packed: Float64Array): Outline {
  const plain: Partial<Record<keyof Outline, Outline[keyof Outline]>> = {};
  keypointNames.forEach((name, place) => {
    plain[name] = { x: packed[2 * place] as number, y: packed[2 * place + 1] as number };
  });
  return plain as Outline;
}

function unpackedCurve(packed: Float64Array): TracePoint[] {
  return Array.from({ length: packed.length / 2 }, (_, place) => ({
    at: packed[2 * place] as number,
    angle: packed[2 * place + 1] as number,
  }));
}
