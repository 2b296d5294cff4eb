import type { Quantity } from '../../src/core/protocol/protocol.ts';
import type { Subject, Truth, TrueAngles } from './dataset.ts';

/** The true value of a quantity (docs/measurement.md, what is true for scoring), or null where none is given. */
export function trueValue(subject: Subject, quantity: Quantity): number | null {
  const { truth } = subject;
  if (subject.kind === 'still') return truth.angles ? ofStill(truth, truth.angles, quantity) : null;
  const result = truth.expected?.result;
  return result ? (result[trialKeys[quantity]] ?? null) : ofClip(truth, quantity);
}

const trialKeys: Readonly<Record<Quantity, string>> = {
  'leg-raise': 'leg_to_horizontal_change',
  'hip-flexion': 'hip_flexion',
  'knee-flexion': 'knee_flexion',
  'trunk-inclination': 'trunk_inclination',
};

function ofStill(truth: Truth, angles: TrueAngles, quantity: Quantity): number {
  const side = truth.test_side ?? truth.near_side ?? 'r';
  return quantity === 'leg-raise'
    ? angles[side].leg_to_horizontal - angles[side === 'l' ? 'r' : 'l'].leg_to_horizontal
    : read(angles, side, quantity);
}

/** Longer clips have no `expected`: the mean over the hold, against the mean over the rest before it. */
function ofClip(truth: Truth, quantity: Quantity): number | null {
  const frames = truth.per_frame ?? [];
  const side = truth.test_side ?? truth.near_side ?? 'r';
  const hold = frames.filter(({ phase }) => phase === 'hold');
  const moved = frames.findIndex(({ phase }) => phase !== 'rest' && phase !== 'stand');
  const mean = (of: typeof frames): number =>
    of.reduce((sum, { angles }) => sum + (angles ? read(angles, side, quantity) : NaN), 0) /
    of.length;
  if (hold.length === 0 || moved < 1) return null;
  const value = mean(hold) - (quantity === 'leg-raise' ? mean(frames.slice(0, moved)) : 0);
  return Number.isNaN(value) ? null : value;
}

function read(angles: TrueAngles, side: 'l' | 'r', quantity: Quantity): number {
  switch (quantity) {
    case 'leg-raise':
      return angles[side].leg_to_horizontal;
    case 'hip-flexion':
      return angles[side].hip_flexion;
    case 'knee-flexion':
      return angles[side].knee_flexion;
    case 'trunk-inclination':
      return angles.trunk_inclination;
  }
}
