import type { BodySide } from '../body/pose.ts';
import type { Group, Norm } from '../norms/norm.ts';
import { normFor, placeOf, typicalRange, type Place, type TypicalRange } from '../norms/norms.ts';
import type { Step, TestId } from '../protocol/protocol.ts';
import { latest, smallestRealChange } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import { symmetryOf, type Symmetry } from '../session/symmetry.ts';
import type { Estimate } from '../session/trial.ts';

/** The newest number of one test and side, and when its session began (ms since 1970). */
export interface Latest {
  readonly step: Step;
  readonly estimate: Estimate;
  readonly at: number;
}

/** A test and side that gave a number, against the typical range where there is one for the person. */
export interface Measured extends Latest {
  readonly kind: 'measured';
  readonly typical: {
    readonly place: Place;
    readonly range: TypicalRange;
    readonly norm: Norm;
  } | null;
}

/** Left and right of one test, compared. */
export interface SidesCompared extends Symmetry {
  readonly kind: 'sides';
  readonly test: TestId;
}

export type Finding = Measured | SidesCompared;

/** The newest number of every test and side, in the order in which they were first done. */
export function latestOf(sessions: readonly Session[]): readonly Latest[] {
  const steps = new Map<string, Step>();
  for (const { test, side } of sessions.flatMap((session) => session.results)) {
    steps.set(`${test} ${String(side)}`, { test, side });
  }
  return [...steps.values()].flatMap((step) => {
    const point = latest(sessions, step.test, step.side);
    return point === null ? [] : [{ step, estimate: point.estimate, at: point.at }];
  });
}

/** What the newest numbers say, each by itself and then the two sides against each other. */
export function findingsOf(numbers: readonly Latest[], group: Group): readonly Finding[] {
  const measured = numbers.map((one) => placed(one, group));
  const sides = compareSides(numbers);
  return sides === null ? measured : [...measured, sides];
}

function placed(number: Latest, group: Group): Measured {
  const norm = normFor(number.step, group);
  if (norm === null) return { kind: 'measured', ...number, typical: null };
  const range = typicalRange(norm);
  const typical = { place: placeOf(number.estimate, range), range, norm };
  return { kind: 'measured', ...number, typical };
}

/** The leg raise alone has a published difference between sides. */
function compareSides(numbers: readonly Latest[]): SidesCompared | null {
  const of = (side: BodySide): Estimate | undefined =>
    numbers.find(({ step }) => step.test === 'slr' && step.side === side)?.estimate;
  const left = of('left');
  const right = of('right');
  if (!left || !right) return null;
  return { kind: 'sides', test: 'slr', ...symmetryOf(left, right, smallestRealChange('slr')) };
}
