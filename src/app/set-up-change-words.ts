import type { Comparison, Difference } from '../core/session/comparable.ts';
import { m } from '../messages/generated/messages.js';
import { angleText, dayText, listText } from './intl.ts';

/**
 * How a number compares with the one of `since`, as a sentence; null where the set-ups were not kept. Both
 * times in milliseconds since 1970.
 */
export function comparisonText(
  { likeness, differences }: Comparison,
  since: number,
  now: number,
): string | null {
  const day = dayText(since, now);
  switch (likeness) {
    case 'unknown':
      return null;
    case 'same':
      return m.same_as({ day });
    case 'alike':
      return m.same_nearly({ day, differences: listText(differences.map(differenceText)) });
    case 'not-comparable':
      return m.differs_from({ day, differences: spoilingText({ likeness, differences }) });
  }
}

/** What spoils a comparison, as one phrase. What matters little would only hide it. */
export function spoilingText({ differences }: Comparison): string {
  return listText(differences.filter(({ spoils }) => spoils).map(differenceText));
}

function differenceText(difference: Difference): string {
  switch (difference.aspect) {
    case 'yaw':
      return yawText(difference.before, difference.now);
    case 'height':
      return difference.now > difference.before
        ? m.differs_height_above()
        : m.differs_height_below();
    case 'distance':
      return difference.now > difference.before
        ? m.differs_distance_farther()
        : m.differs_distance_nearer();
    case 'warm-up':
      return difference.now === 'warm' ? m.differs_warm_up_warm() : m.differs_warm_up_none();
    case 'clothing':
      return difference.now === 'loose' ? m.differs_clothing_loose() : m.differs_clothing_close();
    case 'side':
      return difference.now === 'left' ? m.differs_side_left() : m.differs_side_right();
    case 'camera':
      return m.differs_camera();
    case 'resolution':
      return m.differs_resolution();
    case 'light':
      return difference.now > difference.before
        ? m.differs_light_brighter()
        : m.differs_light_darker();
    case 'time-of-day':
      return m.differs_time();
  }
}

function yawText(before: number, now: number): string {
  // Degrees without a side say nothing where the camera has crossed over.
  if (before * now < 0) return m.differs_yaw_across({ angle: angleText(Math.abs(now - before)) });
  const inputs = { before: angleText(Math.abs(before)), now: angleText(Math.abs(now)) };
  return Math.abs(now) > Math.abs(before)
    ? m.differs_yaw_further(inputs)
    : m.differs_yaw_less(inputs);
}
