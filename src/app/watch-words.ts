import type { HoldStand } from '../core/advice/hold-stand.ts';
import { m } from '../messages/generated/messages.js';
import { failureWords } from './failure-words.ts';
import { playerWords } from './habit-words.ts';
import type { HoldCameraState } from './hold-camera.svelte.ts';
import type { HoldWatch } from './hold-watch.svelte.ts';
import { secondsText } from './player-words.ts';

/** How a hold stands that the camera counts, in giant words. */
export const standWords: Readonly<Record<HoldStand, () => string>> = {
  into: m.watch_into,
  held: playerWords.hold,
  'let-go': m.watch_let_go,
  unseen: m.watch_unseen,
  'by-clock': playerWords.hold,
};

/** The same as it is said, with the seconds that are left of it. */
export function standSpoken(stand: HoldStand, left: number): string {
  const seconds = secondsText(Math.ceil(left));
  switch (stand) {
    case 'into':
      return m.watch_into_spoken();
    case 'held':
      return m.watch_held_spoken({ seconds });
    case 'let-go':
      return m.watch_let_go_spoken();
    case 'unseen':
      return m.watch_unseen_spoken();
    case 'by-clock':
      return m.watch_by_clock_spoken({ seconds });
  }
}

/** What is said when the camera begins, looks, or fails; null where there is nothing to say of it. */
export function cameraSpoken(camera: HoldCameraState): string | null {
  switch (camera.at) {
    case 'opening':
      return m.watch_opening();
    case 'on':
      return m.watch_on();
    case 'failed':
      return m.watch_failed({ title: failureWords[camera.code].title() });
    case 'off':
      return null;
  }
}

/** What stands beside the switch. */
export function watchNote({ camera, stand, isSeen }: HoldWatch): string {
  if (camera.at === 'off') return m.watch_off_note();
  if (camera.at !== 'on') return cameraSpoken(camera) ?? '';
  if (stand === 'by-clock') return m.watch_clock_note();
  return isSeen ? m.watch_seen() : m.watch_place();
}
