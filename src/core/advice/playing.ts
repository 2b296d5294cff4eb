import { lengthOf, type PlayerStep } from './sequence.ts';

/** Where a player is in its steps. */
export interface Playing<Step extends PlayerStep = PlayerStep> {
  readonly steps: readonly Step[];
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
export function playerOf<Step extends PlayerStep>(steps: readonly Step[]): Playing<Step> {
  return { steps, index: 0, spent: 0, isPaused: false };
}

/** Whether all steps are done. */
export function isOver({ steps, index }: Playing): boolean {
  return index >= steps.length;
}

/** The step it is in and how much of it is left, in seconds; null when it is over. */
export function currentStep<Step extends PlayerStep>(
  playing: Playing<Step>,
): { readonly step: Step; readonly left: number } | null {
  const step = playing.steps[playing.index];
  return step === undefined ? null : { step, left: step.seconds - playing.spent / 1000 };
}

/** How long it is to the begin of the step of that number, or of the end, in milliseconds; 0 where that is past. */
export function msUntil({ steps, index, spent }: Playing, until: number): number {
  return Math.max(0, lengthOf(steps.slice(index, until)) * 1000 - spent);
}

/**
 * The player after an event. Time goes by only while it is not paused, and may go over several steps at once, as when
 * the screen was off. Skip and back lead to the start of a step and leave a pause as it is.
 */
export function play<Step extends PlayerStep>(
  playing: Playing<Step>,
  event: PlayerEvent,
): Playing<Step> {
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

function at<Step extends PlayerStep>(playing: Playing<Step>, index: number): Playing<Step> {
  return { ...playing, index, spent: 0 };
}

function passed<Step extends PlayerStep>(playing: Playing<Step>, ms: number): Playing<Step> {
  let index = playing.index;
  let spent = playing.spent + ms;
  for (const { seconds } of playing.steps.slice(index)) {
    if (spent < seconds * 1000) return { ...playing, index, spent };
    spent -= seconds * 1000;
    index += 1;
  }
  return at(playing, playing.steps.length);
}
