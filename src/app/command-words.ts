import { m } from '../messages/generated/messages.js';
import { commands, type Command } from './command.ts';

/** The words that mean a command, divided by bars. */
const spoken: Readonly<Record<Command, () => string>> = {
  stop: m.heard_stop,
  pause: m.heard_pause,
  'go-on': m.heard_go_on,
  stretch: m.heard_stretch,
  pain: m.heard_pain,
};

/**
 * The command in what was understood; null where there is none. Of several the gravest counts: who says "stop,
 * no pain" has stopped.
 */
export function commandIn(transcript: string): Command | null {
  const words = ` ${transcript.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const isSaid = (command: Command): boolean =>
    spoken[command]()
      .split('|')
      .some((word) => words.includes(` ${word} `));
  return commands.find(isSaid) ?? null;
}
