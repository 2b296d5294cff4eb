import type { BodySide } from '../body/pose.ts';
import type { Amount } from './amount.ts';

/** What is to be done for a while: get ready, hold, let go, move, rest, change sides. */
export interface PlayerStep {
  readonly kind: 'ready' | 'hold' | 'release' | 'move' | 'rest' | 'switch';
  /** The side that works, or that is next; null where both do. */
  readonly side: BodySide | null;
  /** Which set, from 1; 0 before the first. */
  readonly set: number;
  /** Which repetition in the set, from 1; 0 where there are none. */
  readonly repetition: number;
  readonly seconds: number;
}

/** All chosen: time to get into place, to change legs, to breathe out between sets, and for a repetition that is not held. */
const pauses = { ready: 10, switch: 10, rest: 15, release: 3, move: 5 } as const;

/** How much of what, for whom. */
export interface Playable {
  readonly amount: Amount;
  readonly sided: boolean;
  /** The side to begin with; also gets one set more. Null: left first, both the same. */
  readonly weaker: BodySide | null;
}

interface Work {
  readonly side: BodySide | null;
  readonly set: number;
  readonly repetitions: number;
}

/** An exercise as steps in time, from getting ready to the last of it. */
export function sequenceOf(playable: Playable): readonly PlayerStep[] {
  const { amount } = playable;
  const works = worksOf(playable);
  return works.flatMap(({ side, set, repetitions }, index): readonly PlayerStep[] => {
    const before = works[index - 1];
    const gap = before === undefined ? 'ready' : before.side === side ? 'rest' : 'switch';
    return [
      { kind: gap, side, set, repetition: 0, seconds: pauses[gap] },
      ...worked(amount, side, set, repetitions),
    ];
  });
}

/** The sets in the order in which they are done: each set with both sides before the next. */
function worksOf({ amount, sided, weaker }: Playable): readonly Work[] {
  const counts = countsOf(amount);
  if (!sided)
    return counts.map((repetitions, index) => ({ side: null, set: index + 1, repetitions }));
  const first = weaker ?? 'left';
  const sides = [first, first === 'left' ? 'right' : 'left'] as const;
  const both = counts.flatMap((repetitions, index) =>
    sides.map((side) => ({ side, set: index + 1, repetitions })),
  );
  if (weaker === null) return both;
  const more = counts.slice(-1).map((repetitions) => ({
    side: first,
    set: counts.length + 1,
    repetitions,
  }));
  return [...both, ...more];
}

/** How many repetitions each set has. */
function countsOf(amount: Amount): readonly number[] {
  switch (amount.kind) {
    case 'hold':
      return Array.from({ length: amount.sets }, () => 1);
    case 'repetitions':
      return Array.from({ length: amount.sets }, () => amount.repetitions);
    case 'ladder':
      return amount.repetitions;
    case 'minutes':
      return [1];
  }
}

function worked(
  amount: Amount,
  side: BodySide | null,
  set: number,
  repetitions: number,
): readonly PlayerStep[] {
  if (amount.kind === 'minutes') {
    return [{ kind: 'move', side, set, repetition: 0, seconds: amount.minutes * 60 }];
  }
  if (amount.kind === 'hold') {
    return [{ kind: 'hold', side, set, repetition: 0, seconds: amount.seconds }];
  }
  return Array.from({ length: repetitions }, (_, index): readonly PlayerStep[] => {
    const at = { side, set, repetition: index + 1 };
    if (amount.seconds === 0) return [{ kind: 'move', ...at, seconds: pauses.move }];
    return [
      { kind: 'hold', ...at, seconds: amount.seconds },
      { kind: 'release', ...at, seconds: pauses.release },
    ];
  }).flat();
}

/** How long a sequence lasts, in seconds. */
export function lengthOf(steps: readonly PlayerStep[]): number {
  return steps.reduce((sum, { seconds }) => sum + seconds, 0);
}
