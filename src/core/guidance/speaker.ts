import { nameOf, type Cue } from './cue.ts';
import { cueRules } from './cues.ts';

/** What the voice is doing. Times are the frames' own, in milliseconds. */
export interface SpeakerState {
  /** When the last cue was heard of. */
  readonly at: number;
  /** The cue that applies, since when it does, and whether it has been said since. */
  readonly standing: { readonly name: string; readonly since: number; readonly isSaid: boolean };
  /** What is being spoken; null in silence. */
  readonly speaking: Cue | null;
  /** When each cue was last said, by its name. */
  readonly said: ReadonlyMap<string, number>;
}

/** What comes of a cue: what to begin to say now, if anything, and whether that cuts off what is being spoken. */
export interface Speech {
  readonly state: SpeakerState;
  readonly say: Cue | null;
  readonly interrupts: boolean;
}

/** Nothing has been said yet. */
export const silent: SpeakerState = {
  at: -Infinity,
  standing: { name: '', since: -Infinity, isSaid: false },
  speaking: null,
  said: new Map(),
};

/**
 * What the voice does about the cue that applies at `at`. It says one thing at a time: a cue that has stood
 * for a moment, that is not cooling down, and that nothing more urgent is being spoken over. What has to
 * wait is said as soon as it may, unless it no longer applies.
 */
export function speak(before: SpeakerState, cue: Cue, at: number): Speech {
  const past = at < before.at ? forgotten(before) : before;
  const name = nameOf(cue);
  const stands = past.standing.name === name;
  const standing = stands ? past.standing : { name, since: at, isSaid: false };
  const state = { ...past, at, standing };
  if (!isDue(state, cue)) return { state, say: null, interrupts: false };
  return {
    state: {
      at,
      standing: { ...standing, isSaid: true },
      speaking: cue,
      said: new Map(past.said).set(name, at),
    },
    say: cue,
    interrupts: past.speaking !== null,
  };
}

/** The voice has come to the end of what it said. */
export function fallSilent(state: SpeakerState): SpeakerState {
  return { ...state, speaking: null };
}

function isDue({ at, standing, speaking, said }: SpeakerState, cue: Cue): boolean {
  const { priority, standMs, coolDownMs, repeatMs } = cueRules[cue.id];
  if (at - standing.since < standMs) return false;
  const wait = standing.isSaid ? (repeatMs ?? Infinity) : coolDownMs;
  if (at - (said.get(standing.name) ?? -Infinity) < wait) return false;
  if (speaking === null) return true;
  return nameOf(speaking) !== standing.name && priority >= cueRules[speaking.id].priority;
}

/** Time has gone back: other frames are being looked at, and what was said over the last ones does not count. */
function forgotten(state: SpeakerState): SpeakerState {
  return { ...silent, speaking: state.speaking };
}
