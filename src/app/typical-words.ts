import type { Norm } from '../core/norms/norm.ts';
import { typicalRange } from '../core/norms/norms.ts';
import { m } from '../messages/generated/messages.js';
import { angleText, listText, numberText } from './intl.ts';
import { sideName } from './progress-words.ts';
import type { Series } from './progress-view.ts';
import { sourceText } from './source-words.ts';

/** The typical ranges of a test's sides with their source, as sentences; null where no verified row fits. */
export function typicalTexts(series: readonly Pick<Series, 'norm'>[]): readonly string[] | null {
  const norms = series.flatMap(({ norm }) => norm ?? []);
  const [first] = norms;
  if (first === undefined) return null;
  return [
    m.typical_range({
      sex: first.sex,
      from: numberText(first.ages[0]),
      to: numberText(first.ages[1]),
      ranges: listText(norms.map(rangeText)),
    }),
    m.typical_source({ source: sourceText(first.source), people: numberText(first.people) }),
    m.finding_approximate(),
  ];
}

function rangeText(norm: Norm): string {
  const range = typicalRange(norm);
  const [low, high] = [angleText(range.low), angleText(range.high)];
  const { side } = norm.step;
  return side === null
    ? m.typical_both({ low, high })
    : m.typical_side({ side: sideName(side), low, high });
}
