/** What a person can tell a running check without walking to the screen, the gravest first. */
export const commands = ['pain', 'stop', 'pause', 'stretch', 'go-on'] as const;
export type Command = (typeof commands)[number];

/** The one key that stays a command where keys are switched off: it types nothing, and everywhere means "out of here". */
export const wayOut = 'Escape';

/**
 * The command of a key. A presenter's remote has page keys and nothing else: forward is the stretch, back is
 * pain. Any further key that types something is the stretch too, so that nobody has to aim at one.
 */
export function commandOf(key: string): Command | null {
  switch (key) {
    case wayOut:
      return 'stop';
    case ' ':
    case 'Pause':
    case 'MediaPlayPause':
      return 'pause';
    case 'PageUp':
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'Backspace':
      return 'pain';
    case 'PageDown':
    case 'ArrowRight':
    case 'ArrowDown':
    case 'Enter':
      return 'stretch';
    // Mutes, which is no command to the check.
    case 'm':
    case 'M':
      return null;
    default:
      return key.length === 1 ? 'stretch' : null;
  }
}
