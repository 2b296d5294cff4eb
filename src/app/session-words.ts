import type { Session } from '../core/session/session.ts';
import { m } from '../messages/generated/messages.js';
import { angleText, listText } from './intl.ts';
import { testsOf } from './result-view.ts';
import { sideWords, testWords } from './test-words.ts';

/** A session's numbers, a line for each test: "Leg raise: left 72°, right 63°". */
export function numberLines(session: Session): readonly string[] {
  return testsOf(session).map((test) => {
    const values = session.results
      .filter((result) => result.test === test)
      .map(({ side, estimate }) => {
        const value = estimate === null ? m.data_no_number() : angleText(estimate.value);
        return side === null ? value : m.data_part({ name: sideWords[side](), value });
      });
    return m.data_line({ test: testWords[test](), values: listText(values) });
  });
}
