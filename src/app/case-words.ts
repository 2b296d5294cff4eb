import type { CasePerson } from '../caseload/records.ts';
import type { SummaryNumber } from '../caseload/summary.ts';
import { testIds } from '../core/protocol/protocol.ts';
import type { Verdict } from '../core/session/progress.ts';
import { m } from '../messages/generated/messages.js';
import { clearestOf } from './case-order.ts';
import { angleText, dayText, listText, numberText } from './intl.ts';
import { sideWords, stepText, testWords } from './test-words.ts';

/** A person's name, or words in its place. */
export function caseName(name: string): string {
  return name === '' ? m.share_no_name() : name;
}

/** The newest numbers, a line for each test: "Leg raise: left 72°, goniometer 75°; right 63°". */
export function caseNumbers({ summary }: CasePerson): readonly string[] {
  return testIds.flatMap((test) => {
    const own = summary.numbers.filter((one) => one.test === test);
    if (own.length === 0) return [];
    return [m.data_line({ test: testWords[test](), values: own.map(numberOf).join('; ') })];
  });
}

/** The clearest change in words. */
export function caseChange(person: CasePerson): string {
  const clearest = clearestOf(person);
  if (clearest === null) return m.cases_no_change();
  const { amount, verdict } = clearest.change;
  const angle = angleText(Math.abs(amount));
  return m.cases_change({
    step: stepText(clearest),
    change:
      amount === 0
        ? m.share_no_change()
        : amount > 0
          ? m.share_further({ angle })
          : m.share_less_far({ angle }),
    verdict: verdicts[verdict](),
  });
}

/** How often they measured, and when last. */
export function caseVisitLine({ summary }: CasePerson, now: number): string {
  const { visits, newestVisit } = summary;
  if (newestVisit === null) return m.cases_no_visit();
  return m.cases_newest_visit({ visits: visitsText(visits), day: dayText(newestVisit, now) });
}

/** "20 visits". */
export function visitsText(count: number): string {
  return m.cases_visits({ count, shown: numberText(count) });
}

/** When the therapist looked at them last. */
export function caseSeen({ seenAt }: CasePerson, now: number): string {
  return seenAt === null ? m.cases_never_seen() : m.cases_seen({ day: dayText(seenAt, now) });
}

const verdicts: Readonly<Record<Verdict, () => string>> = {
  real: m.cases_verdict_real,
  possible: m.cases_verdict_possible,
  noise: m.cases_verdict_noise,
};

function numberOf({ side, value, goniometer }: SummaryNumber): string {
  const camera = value === null ? m.share_no_number() : angleText(value);
  const both =
    goniometer === null
      ? camera
      : listText([camera, m.share_goniometer({ angle: angleText(goniometer) })]);
  return side === null ? both : m.cases_number({ side: sideWords[side](), value: both });
}
