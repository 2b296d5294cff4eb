import { weeksBetween } from '../core/session/time.ts';
import { smallestRealChange } from '../core/session/progress.ts';
import type { Direction, Trend } from '../core/session/trend.ts';
import { m } from '../messages/generated/messages.js';
import { angleText, fineAngleText, numberText } from './intl.ts';
import { sideName } from './progress-words.ts';
import type { Series, TestProgress } from './progress-view.ts';

const verdicts: Readonly<
  Record<Direction, (inputs: { change: string; width: string; weeks: string }) => string>
> = {
  further: m.trend_further,
  'less-far': m.trend_less_far,
  unclear: m.trend_unclear,
};

/** What the trend of each side says, a sentence each; why there is none where no side has one. */
export function trendTexts({ series }: TestProgress): readonly string[] {
  const texts = series.flatMap(({ side, trend }) => {
    if (trend === null) return [];
    const text = trendText(trend);
    return [side === null ? text : m.trend_side({ side: sideName(side), trend: text })];
  });
  return texts.length > 0 ? texts : [m.trend_none()];
}

/** That the limit was learned from the person, as a sentence; null where it was not. */
export function ownLimitText({ test, series }: TestProgress): string | null {
  if (!series.some(({ isOwnLimit }) => isOwnLimit)) return null;
  return m.progress_own_limit({ usual: angleText(smallestRealChange(test)) });
}

/** For each side whose newest number does not count: that it does not, as a sentence. */
export function apartTexts({ series }: TestProgress): readonly string[] {
  return series.filter(isNewestApart).map(({ side }) => {
    return side === null
      ? m.progress_newest_apart()
      : m.progress_newest_apart_side({ side: sideName(side) });
  });
}

function isNewestApart({ points }: Series): boolean {
  return points.at(-1)?.comparison.likeness === 'not-comparable';
}

/**
 * Along the whole line: a change over a week says little of years, and this is what the limit is held against. One that
 * is sure and yet below the limit is not called unclear beside a width that says the contrary.
 */
function trendText({ slope, slopeHalfWidth95, from, to, direction }: Trend): string {
  const weeks = weeksBetween(from, to);
  const isSmall = direction === 'unclear' && Math.abs(slope) > slopeHalfWidth95;
  const verdict = isSmall ? m.trend_small : verdicts[direction];
  return verdict({
    change: fineAngleText(slope * weeks, 'change'),
    width: fineAngleText(slopeHalfWidth95 * weeks),
    weeks: numberText(weeks),
  });
}
