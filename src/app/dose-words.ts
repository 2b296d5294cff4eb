import type { Dose, Span } from '../core/advice/doses.ts';
import { m } from '../messages/generated/messages.js';
import { getLocale } from '../messages/generated/runtime.js';
import { listText, numberText } from './intl.ts';

/** How much of an exercise, and how often; `later` says what keeps the gain, where that is known. */
export interface DoseText {
  readonly amount: string;
  readonly rhythm: string;
  readonly later: string | null;
}

/** The words of a dose; `sided` where it is meant for each leg. */
export function doseText(dose: Dose, sided: boolean): DoseText {
  const { days, weeks, daysAfter } = dose;
  return {
    amount: amountText(dose, sided),
    rhythm: weeks === null ? m.dose_days({ days }) : m.dose_days_weeks({ days, weeks }),
    later: daysAfter === null ? null : m.dose_days_after({ days: daysAfter }),
  };
}

function amountText(dose: Dose, sided: boolean): string {
  if (dose.kind === 'minutes') return spanText(dose.minutes, 'minute');
  if (dose.kind === 'ladder') {
    const repetitions = listText(dose.repetitions.map(numberText));
    const amount = { repetitions, seconds: spanText(dose.seconds, 'second') };
    return sided ? m.dose_ladder_sided(amount) : m.dose_ladder(amount);
  }
  const sets = spanText(dose.sets);
  if (dose.kind === 'hold') {
    const amount = { sets, seconds: spanText(dose.seconds, 'second') };
    return sided ? m.dose_hold(amount) : m.dose_hold_whole(amount);
  }
  const repetitions = spanText(dose.repetitions);
  if (dose.seconds === 0) return m.dose_repetitions({ sets, repetitions });
  const seconds = spanText([dose.seconds, dose.seconds], 'second');
  return m.dose_repetitions_held({ sets, repetitions, seconds });
}

/** "2–4", "30 seconds"; a span of one number is that number, which Intl would call approximate. */
function spanText([least, most]: Span, unit?: 'second' | 'minute'): string {
  const format = new Intl.NumberFormat(
    getLocale(),
    unit && { style: 'unit', unit, unitDisplay: 'long' },
  );
  return least === most ? format.format(least) : format.formatRange(least, most);
}
