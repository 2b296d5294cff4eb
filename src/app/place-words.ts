import { protocolOf } from '../core/protocol/catalogue.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { Trial } from '../core/session/trial.ts';
import { m } from '../messages/generated/messages.js';
import { numberText } from './intl.ts';

/** Where in a step the person is. */
export interface Place {
  /** Repetitions measured. */
  readonly done: number;
  /** Repetitions wanted. */
  readonly total: number;
  /** Whether a repetition that counts is in hand. */
  readonly isScored: boolean;
  /** "Right leg, 2 of 3", "Right leg, practice". */
  readonly words: string;
}

/** Where the person is after the trials so far; the repetition in hand is the practice, or counts as the next one. */
export function placeOf(step: Step, trials: readonly Trial[], isPractice: boolean): Place {
  const total = protocolOf(step.test).repetitions;
  const done = trials.filter(({ kind }) => kind === 'measured').length;
  const part = partWords(step);
  if (isPractice) return { done, total, isScored: false, words: m.stage_practice({ part }) };
  const words = m.stage_place({
    part,
    number: numberText(Math.min(done + 1, total)),
    total: numberText(total),
  });
  return { done, total, isScored: true, words };
}

/** The one test without sides is the bend. */
function partWords({ side }: Step): string {
  if (side === null) return m.stage_part_bend();
  return side === 'left' ? m.stage_part_left() : m.stage_part_right();
}
