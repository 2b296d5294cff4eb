import { askForGravity } from '../pose/gravity.ts';
import type { Announcer } from './announcer.svelte.ts';
import { fillScreen } from './full-screen.ts';

/**
 * What a browser allows a check before a camera only while a press is being answered: to speak and sound, to fill the
 * screen, to feel how the device stands.
 */
export function beginLive(announcer: Announcer): void {
  announcer.unlock();
  void fillScreen();
  void askForGravity();
}
