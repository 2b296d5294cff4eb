import * as v from 'valibot';
import { keypointNames } from '../core/body/pose.ts';
import type { Degrees } from '../core/geometry/angle.ts';
import { testIds } from '../core/protocol/protocol.ts';
import type { Outline } from '../core/session/set-up.ts';

/** The person's own side. */
export const side = v.picklist(['left', 'right']);

/** Any number but NaN and the infinite ones. */
export const finite = v.pipe(v.number(), v.finite());

/** Degrees. */
export const angle = v.custom<Degrees>(Number.isFinite, 'Invalid angle');

const halfWidth = v.custom<Degrees>(
  (value) => Number.isFinite(value) && Number(value) >= 0,
  'Invalid half-width',
);

/** A number with its 95 % half-width, as in core. */
export const estimate = v.strictObject({ value: angle, halfWidth95: halfWidth });

/** A UUIDv7 in lower case. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
);

/** Milliseconds since 1970, as far as Date reaches (8.64e15). */
export const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));

/** A count from 0. */
export const index = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A point in a plane. */
export const point = v.strictObject({ x: finite, y: finite });

/** The size of a frame in pixels. */
export const frameSize = v.strictObject({ width: finite, height: finite });

/**
 * Every point of a body, as in core, in their order. Checked by hand and not copied: it is two thirds of a session's
 * row, and as an object of objects it took most of the time in which a history is parsed.
 */
export const outline = v.pipe(
  v.custom<Outline>(isOutline, 'Invalid outline'),
  v.transform((found) => (isInOrder(found) ? found : inOrder(found))),
);

function isOutline(value: unknown): boolean {
  if (!hasSize(value, keypointNames.length)) return false;
  return keypointNames.every((name) => {
    const at = Object.hasOwn(value, name) ? value[name] : null;
    return hasSize(at, 2) && Number.isFinite(at.x) && Number.isFinite(at.y);
  });
}

/** Whether it is an object with so many keys of its own. */
function hasSize(value: unknown, size: number): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  let count = 0;
  for (const key in value) if (Object.hasOwn(value, key)) count += 1;
  return count === size;
}

function isInOrder(found: Outline): boolean {
  return Object.keys(found).every(
    (name, index) => name === keypointNames[index] && Object.keys(found[name])[0] === 'x',
  );
}

function inOrder(found: Outline): Outline {
  const points = keypointNames.map((name) => [name, { x: found[name].x, y: found[name].y }]);
  return Object.fromEntries(points) as Outline;
}

/** Which trial of which session, as in core: the entries of an object. */
export const trialAddress = {
  sessionId: id,
  test: v.picklist(testIds),
  side: v.nullable(side),
  trial: index,
};
