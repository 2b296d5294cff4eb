import { protocolOf } from '../core/protocol/catalogue.ts';
import type { Unfinished } from '../core/session/unfinished.ts';
import { m } from '../messages/generated/messages.js';
import { listText, numberText, whenText } from './intl.ts';
import { stepText } from './test-words.ts';

/** What a check that was cut off has given: "Today, 14:05: Forward bend 3 of 3, Leg raise, left 1 of 3." */
export function unfinishedText({ session }: Unfinished, now: number): string {
  const parts = session.results.map(({ test, side, trials }) =>
    m.unfinished_part({
      part: stepText({ test, side }),
      done: numberText(trials.filter(({ kind }) => kind === 'measured').length),
      total: numberText(protocolOf(test).repetitions),
    }),
  );
  return m.unfinished_what({ when: whenText(session.startedAt, now), parts: listText(parts) });
}
