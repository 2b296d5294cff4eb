import type { Replay } from '../../app/replay.svelte.ts';

/** Milliseconds for an arrow key, and for a page key. Chosen: one pose, and ten. */
const small = 100;
const large = 1000;

/** Does what a key asks for; the space bar plays and pauses. Says whether it asked for anything. */
function actOn(replay: Replay, key: string): boolean {
  switch (key) {
    case ' ':
      replay.toggle();
      return true;
    case 'ArrowLeft':
    case 'ArrowDown':
      replay.seek(replay.at - small);
      return true;
    case 'ArrowRight':
    case 'ArrowUp':
      replay.seek(replay.at + small);
      return true;
    case 'PageDown':
      replay.seek(replay.at - large);
      return true;
    case 'PageUp':
      replay.seek(replay.at + large);
      return true;
    case 'Home':
      replay.seek(0);
      return true;
    case 'End':
      replay.seek(replay.lasts);
      return true;
    default:
      return false;
  }
}

/** Lets a key move a replay, and nothing else then. */
export function moveByKey(replay: Replay, event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (actOn(replay, event.key)) event.preventDefault();
}
