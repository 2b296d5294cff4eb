import type { Circumstances } from './circumstances.ts';
import { exercises } from './exercises.ts';
import { isSuitable } from './recommend.ts';
import type { Portion } from './routine.ts';

/** A stretch on one's feet: one hold for each leg; 80 seconds with its pauses. */
const stretches = ['calf', 'standing-step'] as const;

/** Then something that moves the hips: 40 seconds with its pauses. */
const moves = ['hip-hinge', 'sit-to-stand'] as const;

/** Chosen: the least of the general dose, and as many slow ones as make two minutes together. */
const hold = { kind: 'hold', sets: 1, seconds: 30 } as const;
const slow = { kind: 'repetitions', sets: 1, repetitions: 6, seconds: 0 } as const;

/**
 * Two minutes for a break from sitting: the first stretch and the first movement that nothing speaks against. Less
 * where something does; nothing while the tests are locked.
 */
export function breakStretch(circumstances: Circumstances): readonly Portion[] {
  if (circumstances.isLocked) return [];
  const stretch = stretches.find((id) => isSuitable(exercises[id], circumstances));
  const move = moves.find((id) => isSuitable(exercises[id], circumstances));
  return [
    ...(stretch === undefined ? [] : [{ exercise: stretch, amount: hold, side: null }]),
    ...(move === undefined ? [] : [{ exercise: move, amount: slow, side: null }]),
  ];
}
