import type { CasePerson } from '../caseload/records.ts';
import type { SummaryNumber } from '../caseload/summary.ts';
import type { Verdict } from '../core/session/progress.ts';

/** What a list of people can be sorted by. */
export const caseOrders = ['change', 'seen', 'flag', 'name'] as const;
export type CaseOrder = (typeof caseOrders)[number];

/** A number that has changed since the start. */
export type Changed = SummaryNumber & { readonly change: NonNullable<SummaryNumber['change']> };

const clarity: readonly Verdict[] = ['real', 'possible', 'noise'];

/** The change that most asks to be looked at: the surest; of equals what was lost before what was gained, more first. */
export function clearestOf({ summary }: CasePerson): Changed | null {
  const changed = summary.numbers.flatMap((one) =>
    one.change === null ? [] : [{ ...one, change: one.change }],
  );
  return changed.toSorted(byChange)[0] ?? null;
}

/** The people whose name has what was typed in it, whatever its case and accents, in an order. */
export function casesInOrder(
  people: readonly CasePerson[],
  order: CaseOrder,
  typed: string,
  locale: string,
): readonly CasePerson[] {
  const wanted = plain(typed.trim());
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const byName = (a: CasePerson, b: CasePerson): number =>
    Number(a.summary.name === '') - Number(b.summary.name === '') ||
    compare(a.summary.name, b.summary.name) ||
    (a.id < b.id ? -1 : 1);
  const by = orders[order];
  return people
    .filter(({ summary }) => wanted === '' || plain(summary.name).includes(wanted))
    .map((person) => ({ person, clearest: clearestOf(person) }))
    .sort((a, b) => by(a, b) || byName(a.person, b.person))
    .map(({ person }) => person);
}

interface Judged {
  readonly person: CasePerson;
  readonly clearest: Changed | null;
}

const orders: Readonly<Record<CaseOrder, (a: Judged, b: Judged) => number>> = {
  change: (a, b) => {
    if (a.clearest === null || b.clearest === null) {
      return Number(a.clearest === null) - Number(b.clearest === null);
    }
    return byChange(a.clearest, b.clearest);
  },
  seen: (a, b) => (b.person.seenAt ?? 0) - (a.person.seenAt ?? 0),
  flag: (a, b) => Number(b.person.isFlagged) - Number(a.person.isFlagged),
  name: () => 0,
};

function byChange({ change: a }: Changed, { change: b }: Changed): number {
  return (
    clarity.indexOf(a.verdict) - clarity.indexOf(b.verdict) ||
    Number(a.amount >= 0) - Number(b.amount >= 0) ||
    Math.abs(b.amount) - Math.abs(a.amount)
  );
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
