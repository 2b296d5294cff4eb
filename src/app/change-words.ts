import type { Verdict } from '../core/session/progress.ts';
import { m } from '../messages/generated/messages.js';
import { angleText, dayText } from './intl.ts';
import { amountWords } from './amount-words.ts';
import type { Change } from './result-view.ts';
import { sideWords } from './test-words.ts';

/** What has changed since the last check, in words: a title and some sentences. */
export interface ChangeWords {
  readonly title: string;
  readonly sentences: readonly string[];
}

const titles: Readonly<Record<Verdict, (inputs: { day: string }) => string>> = {
  real: m.next_real_title,
  possible: m.next_possible_title,
  noise: m.next_noise_title,
};

const limits: Readonly<Record<Verdict, (inputs: { limit: string }) => string>> = {
  real: m.change_limit_real,
  possible: m.change_limit_possible,
  noise: m.change_limit_noise,
};

/** The words for the changes, the clearest of which comes first; null when there is none to speak of. */
export function changeText(changes: readonly Change[], now: number): ChangeWords | null {
  const [clearest] = changes;
  if (clearest === undefined) return null;
  const { verdict, since, limit } = clearest;
  const asClear = changes.filter((change) => change.verdict === verdict);
  const lessClear = changes.filter((change) => change.verdict !== verdict);
  return {
    title: titles[verdict]({ day: dayText(since, now) }),
    sentences: [
      ...asClear.map(amountText),
      limits[verdict]({ limit: angleText(limit) }),
      ...lessClear.map(unclearText),
    ],
  };
}

function amountText({ step, amount }: Change): string {
  const inputs = {
    side: step.side === 'right' ? m.change_right() : m.change_left(),
    angle: angleText(Math.abs(amount)),
  };
  const { further, lessFar, same } = amountWords[step.test];
  if (amount === 0) return same(inputs);
  return amount > 0 ? further(inputs) : lessFar(inputs);
}

/** Only a sided test has more than one change. */
function unclearText({ step }: Change): string {
  return m.change_unclear({ side: sideWords[step.side ?? 'left']() });
}
