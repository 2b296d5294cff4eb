import { mostPrescribed } from '../store/reply-values.ts';
import { mostHeld, type Amount } from '../core/advice/amount.ts';
import { m } from '../messages/generated/messages.js';
import { numberText } from './intl.ts';

/** One number of an amount, to be typed: what it is called, and the amount with another in its place. */
export interface AmountField {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly with: (value: number) => Amount;
}

/** On how many days a week something may be prescribed at most. */
export const mostDays = mostPrescribed.days;

/** The numbers of an amount that can be typed, in the order in which they are said. */
export function amountFields(amount: Amount): readonly AmountField[] {
  const { sets, repetitions, seconds, minutes } = mostPrescribed;
  const field = (
    key: string,
    label: string,
    value: number,
    high: number,
    change: (value: number) => Amount,
  ): AmountField => ({ key, label, value, low: 1, high, with: change });
  switch (amount.kind) {
    case 'hold':
      return [
        field('sets', m.answer_sets(), amount.sets, sets, (value) => ({ ...amount, sets: value })),
        field('seconds', m.answer_seconds(), amount.seconds, seconds, (value) => ({
          ...amount,
          seconds: value,
        })),
      ];
    case 'repetitions':
      return [
        field('sets', m.answer_sets(), amount.sets, sets, (value) => ({ ...amount, sets: value })),
        field('repetitions', m.answer_repetitions(), amount.repetitions, repetitions, (value) => ({
          ...amount,
          repetitions: value,
        })),
      ];
    case 'ladder':
      return [
        ...amount.repetitions.map((count, at) =>
          field(
            `set-${String(at)}`,
            m.answer_repetitions_of({ number: numberText(at + 1) }),
            count,
            repetitions,
            (value) => ({ ...amount, repetitions: amount.repetitions.with(at, value) }),
          ),
        ),
        field('seconds', m.answer_seconds(), amount.seconds, seconds, (value) => ({
          ...amount,
          seconds: value,
        })),
      ];
    case 'minutes':
      return [
        field('minutes', m.answer_minutes(), amount.minutes, minutes, (value) => ({
          ...amount,
          minutes: value,
        })),
      ];
  }
}

/** Why an amount cannot be prescribed, as a sentence; null where it can. */
export function amountProblem(amount: Amount): string | null {
  const isTooLong = amount.kind === 'hold' && amount.sets * amount.seconds > mostHeld;
  return isTooLong ? m.answer_too_long() : null;
}
