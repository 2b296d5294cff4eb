import { keypointNames, type KeypointName } from '../body/pose.ts';
import { degrees } from '../geometry/angle.ts';
import type { HeldMoment } from '../measure/held.ts';
import { jointsOf } from './correction.ts';
import { angleAt, placesAt, type Movement } from './movement.ts';
import type { Outline } from './set-up.ts';

/**
 * The moment at which a kept movement was held, as the frame of a picture would have shown it. Points that a motion
 * does not keep lie at the nearest that it keeps; no number is read from them. Null where a joint that the number is
 * read from was not seen.
 */
export function heldMovement(movement: Movement): HeldMoment | null {
  const { test, side, facing, frame, heldAt, names } = movement;
  const places = placesAt(movement, heldAt);
  const seen = new Map(names.map((name, column) => [name, places[column] ?? null]));
  const isWhole = (['left', 'right'] as const).every((each) =>
    jointsOf(test).every((joint) => (seen.get(`${each}-${joint}`) ?? null) !== null),
  );
  if (!isWhole) return null;
  const middle = { x: 0.5, y: 0.5 };
  const found = keypointNames.map((name) => {
    const place = seen.get(name) ?? seen.get(nearestTo(name)) ?? seen.get('nose') ?? middle;
    return [name, place] as const;
  });
  return {
    test,
    at: heldAt,
    frame,
    side,
    facing,
    rest: degrees(angleAt(movement, 0)),
    outline: Object.fromEntries(found) as Outline,
  };
}

/** The point that is kept in the place of one that may not be: for the foot the ankle, for all else the nose. */
function nearestTo(name: KeypointName): KeypointName {
  if (name === 'left-heel' || name === 'left-toe') return 'left-ankle';
  return name === 'right-heel' || name === 'right-toe' ? 'right-ankle' : 'nose';
}
