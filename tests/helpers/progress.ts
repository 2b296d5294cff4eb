import {
  progressOf,
  testsDone,
  type Beside,
  type TestProgress,
} from '../../src/app/progress-view.ts';
import type { Session } from '../../src/core/session/session.ts';

/** What is shown of each test that was done, of somebody of whom nothing is known `beside` but what is given. */
export function progressIn(
  sessions: readonly Session[],
  beside: Partial<Beside> = {},
): readonly TestProgress[] {
  const all = { entries: [], person: null, year: 1970, ...beside };
  return testsDone(sessions).map((test) => progressOf(sessions, test, all));
}
