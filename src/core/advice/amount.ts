import type { Dose } from './doses.ts';

/** How much of an exercise is to be done now, each time, for each side where it has sides. Seconds and minutes. */
export type Amount =
  | { readonly kind: 'hold'; readonly sets: number; readonly seconds: number }
  | {
      readonly kind: 'repetitions';
      readonly sets: number;
      readonly repetitions: number;
      /** How long each is held; 0 where it is not. */
      readonly seconds: number;
    }
  | { readonly kind: 'ladder'; readonly repetitions: readonly number[]; readonly seconds: number }
  | { readonly kind: 'minutes'; readonly minutes: number };

/** How long one stretch may be held in all on one day and side, in seconds: about four minutes (Ingram 2025). */
export const mostHeld = 240;

/** By how many minutes a walk grows at a time; chosen. */
const moreWalking = 5;

/** The amount at a level: 0 is the least of the dose, each level one more, never above the most of the dose. */
export function amountAt(dose: Dose, level: number): Amount {
  switch (dose.kind) {
    case 'hold': {
      const [seconds] = dose.seconds;
      const most = Math.min(dose.sets[1], Math.floor(mostHeld / seconds));
      return { kind: 'hold', sets: Math.min(dose.sets[0] + level, most), seconds };
    }
    case 'repetitions': {
      // More repetitions first, then more sets.
      const inSet = Math.min(level, dose.repetitions[1] - dose.repetitions[0]);
      const repetitions = dose.repetitions[0] + inSet;
      const sets = Math.min(dose.sets[0] + level - inSet, dose.sets[1]);
      return { kind: 'repetitions', sets, repetitions, seconds: dose.seconds };
    }
    case 'ladder': {
      const more = Math.min(level, dose.growth);
      const repetitions = dose.repetitions.map((count) => count + more);
      return { kind: 'ladder', repetitions, seconds: dose.seconds[0] };
    }
    case 'minutes': {
      const minutes = Math.min(dose.minutes[0] + level * moreWalking, dose.minutes[1]);
      return { kind: 'minutes', minutes };
    }
  }
}

/** Half of an amount, rounded down, at least one of what is counted. */
export function halved(amount: Amount): Amount {
  switch (amount.kind) {
    case 'hold':
      return amount.sets > 1
        ? { ...amount, sets: half(amount.sets) }
        : { ...amount, seconds: half(amount.seconds) };
    case 'repetitions':
      return { ...amount, repetitions: half(amount.repetitions) };
    case 'ladder':
      return { ...amount, repetitions: amount.repetitions.map(half) };
    case 'minutes':
      return { ...amount, minutes: half(amount.minutes) };
  }
}

function half(count: number): number {
  return Math.max(1, Math.floor(count / 2));
}
