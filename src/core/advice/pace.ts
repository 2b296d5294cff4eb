import type { Basis } from '../safety/tier.ts';
import { hasHurt, keepsHurting, wasWorseNextMorning, type Exercised } from '../safety/pain.ts';
import { dayMs } from '../session/time.ts';
import { amountAt, halved, type Amount } from './amount.ts';
import type { Dose } from './doses.ts';

/**
 * How the programme goes on. `add`: one more than before; `keep`: the same; `held`: the same, since something felt
 * speaks against more; `ease`: half, since the morning after was worse; `pause`: nothing, and a talk with a
 * professional is advised.
 */
export const paces = ['add', 'keep', 'held', 'ease', 'pause'] as const;
export type Pace = (typeof paces)[number];

/** What each pace rests on. */
export const paceBases: Readonly<Record<Pace, Basis>> = {
  add: { grade: 'proposal', sources: [] },
  keep: { grade: 'proposal', sources: [] },
  held: { grade: 'proposal', sources: [] },
  // A rule of pain monitoring (Thomeé 1997, Silbernagel 2007), not seen.
  ease: { grade: 'recall', sources: [] },
  pause: { grade: 'proposal', sources: [] },
};

/** Proposal: so long without more pain adds one. In milliseconds. */
const painFreeUntilMore = 14 * dayMs;

/**
 * How many times one was added: one for each two weeks in which no time left more pain than it found. A time that
 * did begins the two weeks again, and a worse morning after takes half of what was added. `times` are the oldest first; those after `heldSince` (ms since 1970; null of none)
 * add nothing.
 */
export function levelOf(times: readonly Exercised[], heldSince: number | null): number {
  const counted = times.filter(({ at }) => heldSince === null || at < heldSince);
  let level = 0;
  let since: number | null = null;
  for (const time of counted) {
    if (wasWorseNextMorning(time)) level = Math.floor(level / 2);
    if (hasHurt(time) || wasWorseNextMorning(time)) since = time.at;
    since ??= time.at;
    if (time.at - since >= painFreeUntilMore) {
      level += 1;
      since = time.at;
    }
  }
  return level;
}

/** How the programme goes on after the times so far, the oldest first; see `levelOf` for `heldSince`. */
export function paceOf(times: readonly Exercised[], heldSince: number | null): Pace {
  const last = times.at(-1);
  if (keepsHurting(times)) return 'pause';
  if (last !== undefined && wasWorseNextMorning(last)) return 'ease';
  if (heldSince !== null) return 'held';
  return levelOf(times, null) > levelOf(times.slice(0, -1), null) ? 'add' : 'keep';
}

/** How much of a dose is to be done now; null while the programme pauses. */
export function amountNow(
  dose: Dose,
  times: readonly Exercised[],
  heldSince: number | null,
): Amount | null {
  const pace = paceOf(times, heldSince);
  if (pace === 'pause') return null;
  const amount = amountAt(dose, levelOf(times, heldSince));
  return pace === 'ease' ? halved(amount) : amount;
}

/** On how many days a week now; `startedAt` and `now` in ms since 1970. Fewer once the weeks of the dose are over. */
export function daysNow({ days, weeks, daysAfter }: Dose, startedAt: number, now: number): number {
  const isOver = weeks !== null && now - startedAt >= weeks * 7 * dayMs;
  return isOver ? (daysAfter ?? days) : days;
}

/** Proposal: how long after a check the next one is useful. In milliseconds. */
const untilRetest = 14 * dayMs;

/** When the next check is due, in ms since 1970: a date in the plan, of which nobody is reminded unasked. */
export function retestAt(lastCheckAt: number): number {
  return lastCheckAt + untilRetest;
}
