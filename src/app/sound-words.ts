import { m } from '../messages/generated/messages.js';
import type { SoundChoice, Volume } from './settings.svelte.ts';

/** The name of each choice of what is heard. */
export const soundWords: Readonly<Record<SoundChoice, () => string>> = {
  all: m.sound_all,
  tones: m.sound_tones,
  off: m.sound_off,
};

/** The name of each loudness. */
export const volumeWords: Readonly<Record<Volume, () => string>> = {
  quiet: m.volume_quiet,
  normal: m.volume_normal,
  loud: m.volume_loud,
};
