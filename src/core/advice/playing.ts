import type { PlayerStep } from './sequence.ts';

/** Where a player is in its steps. */
export interface Playing {
  readonly steps: readonly PlayerStep[];
  /** Which step it is in; the number of steps when it is over. */
  readonly index: number;
  /** How much of the step has gone by, in milliseconds; always less than the step lasts. */
  readonly spent: number;
  readonly isPaused: boolean;
}

/** What happens to a player: time goes by, or the person decides. */
export type PlayerEvent =
  | { readonly kind: 'passed'; readonly ms: number }
  | { readonly kind: 'skip' }
  | { readonly kind: 'back' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' };

/** A player before its first step. */
export function playerOf(steps: readonly PlayerStep[]): Playing {
  return { steps, index: 0, spent: 0, isPaused: false };
}

/** Whether all steps are done. */
export function isOver({ steps, index }: Playing): boolean {
  return index >= steps.length;
}

/** The step it is in and how much of it is left, in seconds; null when it is over. */
export function currentStep(
  playing: Playing,
): { readonly step: PlayerStep; readonly left: number } | null {
  const step = playing.steps[playing.index];
  return step === undefined ? null : { step, left: step.seconds - playing.spent / 1000 };
}

/**
 * The player after an event. Time goes by only while it is not paused, and may go over several steps at once, as when
 * the screen was off. Skip and back lead to the start of a step and leave a pause as it is.
 */
export function play(playing: Playing, event: PlayerEvent): Playing {
  switch (event.kind) {
    case 'passed':
      return playing.isPaused ? playing : passed(playing, event.ms);
    case 'skip':
      return at(playing, Math.min(playing.index + 1, playing.steps.length));
    case 'back':
      return at(playing, Math.max(playing.index - 1, 0));
    case 'pause':
      return { ...playing, isPaused: true };
    case 'resume':
      return { ...playing, isPaused: false };
  }
}

function at(playing: Playing, index: number): Playing {
  return { ...playing, index, spent: 0 };
}

function passed(playing: Playing, ms: number): Playing {
  let index = playing.index;
  let spent = playing.spent + ms;
  for (const { seconds } of playing.steps.slice(index)) {
    if (spent < seconds * 1000) return { ...playing, index, spent };
    spent -= seconds * 1000;
    index += 1;
  }
  return at(playing, playing.steps.length);
}
