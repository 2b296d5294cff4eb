import { spokenWords } from '../../src/app/spoken-words.ts';
import { nameOf, type Cue } from '../../src/core/guidance/cue.ts';
import { cueFor, cueRules } from '../../src/core/guidance/cues.ts';
import { fallSilent, silent, speak } from '../../src/core/guidance/speaker.ts';
import type { Told } from './situations.ts';

/** How long a voice takes for one character: 15 characters a second are about 180 English words a minute. */
const characterMs = 60;

/** One frame of a check as the ear has it. */
export interface Heard {
  readonly at: number;
  /** The cue that applies. */
  readonly cue: Cue;
  /** What was being spoken when the frame came; null in silence. */
  readonly during: Cue | null;
  /** What the voice begins to say, if anything. */
  readonly say: Cue | null;
  readonly interrupts: boolean;
}

/** A cue for as long as it applies without a break. */
export interface Stand {
  readonly cue: Cue;
  readonly frames: readonly Heard[];
}

/** What is heard of these situations from a voice of ordinary speed. */
export function heard(told: readonly Told[]): readonly Heard[] {
  let state = silent;
  let endsAt = Infinity;
  return told.map(({ at, now }) => {
    if (at >= endsAt) {
      state = fallSilent(state);
      endsAt = Infinity;
    }
    const cue = cueFor(now);
    const during = state.speaking;
    const speech = speak(state, cue, at);
    state = speech.state;
    if (speech.say) endsAt = at + characterMs * spokenWords(speech.say).length;
    return { at, cue, during, say: speech.say, interrupts: speech.interrupts };
  });
}

/** The cues that follow each other. */
export function standsOf(frames: readonly Heard[]): readonly Stand[] {
  const stands: { cue: Cue; frames: Heard[] }[] = [];
  for (const frame of frames) {
    const last = stands.at(-1);
    if (last && nameOf(last.cue) === nameOf(frame.cue)) last.frames.push(frame);
    else stands.push({ cue: frame.cue, frames: [frame] });
  }
  return stands;
}

/** How long after a cue began to apply it was said, in milliseconds; null where it was not said. */
export function delayOf({ frames }: Stand): number | null {
  const said = frames.find(({ say }) => say !== null);
  return said ? said.at - frames[0]!.at : null;
}

/**
 * Whether a cue that is late, or never said, was kept from being said in every frame in which it was due:
 * by something more urgent that was being spoken, or because it had been said a moment ago. One that was
 * gone before it was due was never late.
 */
export function hadToWait({ cue, frames }: Stand, all: readonly Heard[]): boolean {
  const { priority, standMs, coolDownMs } = cueRules[cue.id];
  const saidAt = frames.find(({ say }) => say !== null)?.at ?? Infinity;
  const waiting = frames.filter(({ at }) => at - frames[0]!.at >= standMs && at < saidAt);
  return waiting.every(({ at, during }) => {
    const isCoolingDown = all.some(
      (past) => past.at < at && at - past.at < coolDownMs && isSame(past.say, cue),
    );
    return isCoolingDown || (during !== null && cueRules[during.id].priority > priority);
  });
}

/** Pairs of times at which the same was said, one after the other. */
export function repetitionsOf(
  frames: readonly Heard[],
): readonly { readonly cue: Cue; readonly apart: number }[] {
  return frames.flatMap(({ at, say }, i) => {
    const before = say && frames.slice(0, i).findLast((past) => isSame(past.say, say));
    return before ? [{ cue: say, apart: at - before.at }] : [];
  });
}

function isSame(one: Cue | null, other: Cue): boolean {
  return one !== null && nameOf(one) === nameOf(other);
}
