import { m } from '../messages/generated/messages.js';
import { decimalText, secondsText, spokenAngleText } from './intl.ts';
import type { Shown, Speed } from './replay.svelte.ts';

/** A moment as it is said: "3.2 seconds: 64 degrees", of two movements with their names. */
export function momentText(shown: readonly Shown[], names: readonly string[]): string {
  const [first] = shown;
  if (first === undefined) return '';
  const time = secondsText(first.at, 'long');
  if (shown.length === 1) return m.replay_moment({ time, angle: spokenAngleText(first.angle) });
  const angles = shown.map(({ angle }, index) =>
    m.replay_named({ name: names[index] ?? '', angle: spokenAngleText(angle) }),
  );
  return m.replay_moment({ time, angle: angles.join(', ') });
}

/** A speed: "0.5×". */
export function speedText(speed: Speed): string {
  return m.replay_times({ times: decimalText(speed) });
}
