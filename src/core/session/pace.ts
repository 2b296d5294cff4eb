import { compareAt } from '../advice/expectation.ts';
import { dayMs, weeksBetween } from './time.ts';

/** Where a person is on the way to the first change that can be expected. */
export interface Pace {
  /** The week they are in, from 1. */
  readonly week: number;
  /** When the week begins in which to compare with the start, in milliseconds since 1970. */
  readonly compareFrom: number;
  /** Whether it is too early: a change is then usually within measurement noise. */
  readonly isEarly: boolean;
}

/** The pace at `now` of someone who began at `start`; both in milliseconds since 1970. */
export function paceAt(start: number, now: number): Pace {
  const week = Math.max(1, Math.floor(weeksBetween(start, now)) + 1);
  const compareFrom = start + compareAt.week * 7 * dayMs;
  return { week, compareFrom, isEarly: now < compareFrom };
}
