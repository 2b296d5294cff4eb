import type { Sound } from '../guidance/sounds.ts';
import type { Playing } from './playing.ts';
import type { PlayerStep } from './sequence.ts';

/** A sound that is heard after so many milliseconds. */
export interface PlannedSound {
  readonly sound: Sound;
  readonly after: number;
}

/** What is heard when a step begins: one high note where work begins, a rising fourth where it has ended. */
const soundOf: Readonly<Record<PlayerStep['kind'], Sound>> = {
  ready: 'captured',
  hold: 'marked',
  move: 'marked',
  release: 'captured',
  rest: 'captured',
  switch: 'captured',
};

/**
 * What will be heard from now on while nothing is pressed, to the begin of the step of that number, which waits for the
 * person, or to the end; nothing while it is paused.
 */
export function soundsAhead(
  { steps, index, spent, isPaused }: Playing,
  until = steps.length,
): readonly PlannedSound[] {
  if (isPaused) return [];
  let after = -spent;
  return steps.slice(index, until).flatMap(({ seconds }, offset): readonly PlannedSound[] => {
    after += seconds * 1000;
    const next = steps[index + offset + 1];
    const sound = next === undefined ? 'set-up' : soundOf[next.kind];
    return [{ sound, after }];
  });
}
