import { protocolOf } from '../core/protocol/catalogue.ts';
import type { TestId } from '../core/protocol/protocol.ts';
import { baselineVisits } from '../core/session/baseline.ts';
import type { Comparison } from '../core/session/comparable.ts';
import { realChangeLimit, smallestRealChange, verdictOf } from '../core/session/progress.ts';
import type { Session } from '../core/session/session.ts';
import { timelinesOf, type Timeline } from '../core/session/timeline.ts';
import type { Estimate } from '../core/session/trial.ts';
import type { SharedChange, SharedLine, Spoiling } from './content.ts';
import { shortEstimate } from './short-records.ts';
import { shortNumber } from './short-number.ts';

/** How the numbers of each test and side of these sessions are judged, tests in their own order, left before right. */
export function linesOf(sessions: readonly Session[]): readonly SharedLine[] {
  return timelinesOf(sessions).map(lineOf);
}

function lineOf(line: Timeline): SharedLine {
  const { step, comparable, baseline, personal, points } = line;
  const newest = comparable.at(-1);
  const limit =
    baseline && newest ? realChangeLimit(baseline, newest.estimate, step.test, personal) : null;
  return {
    ...step,
    baseline: baseline && shortEstimate(baseline),
    limit: limit === null ? null : shortNumber(limit),
    isOwnLimit: personal !== null && personal > smallestRealChange(step.test) && personal === limit,
    change: changeOf(line),
    odd: points.flatMap(({ sessionId, comparison }) =>
      comparison.likeness === 'not-comparable'
        ? [{ sessionId, differences: spoilingOf(comparison) }]
        : [],
    ),
  };
}

/** Both numbers are shown whole, so their difference is that of the whole numbers. */
function changeOf({ step, comparable, baseline, personal }: Timeline): SharedChange | null {
  const [first] = comparable;
  const newest = comparable.slice(baselineVisits).at(-1);
  if (!baseline || !first || !newest) return null;
  const limit = realChangeLimit(baseline, newest.estimate, step.test, personal);
  return {
    since: first.at,
    newest: newest.sessionId,
    amount: furtherBy(step.test, baseline, newest.estimate),
    verdict: verdictOf(baseline, newest.estimate, limit),
  };
}

function furtherBy(test: TestId, before: Estimate, now: Estimate): number {
  const grown = Math.round(now.value) - Math.round(before.value);
  // -0 has no place in JSON.
  return protocolOf(test).direction * grown + 0;
}

function spoilingOf({ differences }: Comparison): readonly Spoiling[] {
  return differences.flatMap((difference): readonly Spoiling[] => {
    if (!difference.spoils) return [];
    switch (difference.aspect) {
      case 'yaw':
        return [
          {
            ...difference,
            before: shortNumber(difference.before),
            now: shortNumber(difference.now),
          },
        ];
      case 'height':
      case 'distance':
        return [
          {
            ...difference,
            before: shortNumber(difference.before),
            now: shortNumber(difference.now),
          },
        ];
      case 'warm-up':
        return [difference];
      // No other aspect spoils; the rules in core say so.
      default:
        return [];
    }
  });
}
