import type { Command } from './command.ts';
import { wayOut } from './command.ts';

/** What a person can tell a player. `hurt` ends it, and so does `finish`; `by-clock`: wait no longer for the camera. */
export type PlayerWish = 'toggle' | 'skip' | 'back' | 'finish' | 'hurt' | 'by-clock';

/** What a key wants of a player: those of the check, as far as they fit. Null for a key that wants nothing. */
export function playerWishOf(key: string): PlayerWish | null {
  switch (key) {
    case wayOut:
      return 'finish';
    case ' ':
    case 'Pause':
    case 'MediaPlayPause':
      return 'toggle';
    case 'ArrowRight':
    case 'PageDown':
    case 'MediaTrackNext':
      return 'skip';
    case 'ArrowLeft':
    case 'PageUp':
    case 'MediaTrackPrevious':
      return 'back';
    default:
      return null;
  }
}

/**
 * What a spoken command wants of a player that is paused or not, and in a hold that waits for the person or not; null for
 * one that means nothing here.
 */
export function playerWishIn(
  command: Command,
  isPaused: boolean,
  isWaiting: boolean,
): PlayerWish | null {
  switch (command) {
    case 'pain':
      return 'hurt';
    case 'stop':
      return 'finish';
    case 'pause':
      return isPaused ? null : 'toggle';
    case 'go-on':
      if (isPaused) return 'toggle';
      return isWaiting ? 'by-clock' : 'skip';
    case 'stretch':
      return null;
  }
}
