import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from '../../src/core/guidance/cue.ts';
import { cueFor, cueRules } from '../../src/core/guidance/cues.ts';
import { fallSilent, silent, speak } from '../../src/core/guidance/speaker.ts';
import { anySituation } from '../helpers/situations.ts';
import { heard, repetitionsOf } from '../helpers/spoken.ts';

const step = { test: 'slr', side: 'right' } as const;
const feet: Cue = { id: 'set-up', step, problem: 'feet-out' };
const head: Cue = { id: 'set-up', step, problem: 'head-out' };
const hold: Cue = { id: 'hold' };
const onward: Cue = { id: 'onward', step };

/** What is said of cues that apply at given times, with a voice that ends at once or never. */
function said(cues: readonly (readonly [at: number, cue: Cue])[], voice: 'ends' | 'goes on') {
  let state = silent;
  return cues.flatMap(([at, cue]) => {
    const speech = speak(state, cue, at);
    state = voice === 'ends' ? fallSilent(speech.state) : speech.state;
    return speech.say ? [[at, speech.say.id, speech.interrupts]] : [];
  });
}

/** Any situations at any times, some of them staying for long. */
const anyCheck = fc
  .array(
    fc.record({
      now: anySituation,
      frames: fc.integer({ min: 1, max: 90 }),
      gap: fc.constantFrom(33, 67, 200),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => {
    let at = 0;
    return parts.flatMap(({ now, frames, gap }) =>
      Array.from({ length: frames }, () => ({ at: (at += gap), now })),
    );
  });

describe('the voice, whatever happens,', () => {
  it('says one thing at a time, and lets only what is as urgent or more interrupt', () => {
    fc.assert(
      fc.property(anyCheck, (told) => {
        for (const { during, say, interrupts } of heard(told)) {
          if (!say) continue;
          expect(interrupts).toBe(during !== null);
          if (during) {
            const { priority } = cueRules[during.id];
            expect(cueRules[say.id].priority).toBeGreaterThanOrEqual(priority);
          }
        }
      }),
    );
  });

  it('says only what applies now', () => {
    fc.assert(
      fc.property(anyCheck, (told) => {
        for (const [i, { say }] of heard(told).entries()) {
          if (say) expect(say).toEqual(cueFor(told[i]!.now));
        }
      }),
    );
  });

  it('says nothing twice within its cool-down', () => {
    fc.assert(
      fc.property(anyCheck, (told) => {
        for (const { cue, apart } of repetitionsOf(heard(told))) {
          expect(apart).toBeGreaterThanOrEqual(cueRules[cue.id].coolDownMs);
        }
      }),
    );
  });
});

describe('a cue', () => {
  it('that flickers is not spoken, and one that stays is', () => {
    const flicker = [
      [0, onward],
      [67, hold],
      [133, onward],
      [200, onward],
      [267, onward],
    ] as const;
    expect(said(flicker, 'ends')).toEqual([[267, 'onward', false]]);
  });

  it('that stands is said again, every six seconds for feet that cannot be seen', () => {
    const standing = Array.from({ length: 200 }, (_, i) => [i * 67, feet] as const);
    expect(said(standing, 'ends').map(([at]) => at)).toEqual([134, 6164, 12194]);
  });

  it('of the same urgency takes the place of one that no longer applies', () => {
    const cues = [
      [0, feet],
      [150, feet],
      [200, head],
      [350, head],
    ] as const;
    expect(said(cues, 'goes on')).toEqual([
      [150, 'set-up', false],
      [350, 'set-up', true],
    ]);
  });

  it('that is less urgent waits for the voice to end, and is dropped if it no longer applies', () => {
    const { state } = speak(speak(silent, hold, 0).state, hold, 150);
    const waiting = speak(speak(state, onward, 200).state, onward, 400);
    expect(waiting.say).toBeNull();
    expect(speak(fallSilent(waiting.state), onward, 467).say).toEqual(onward);
    expect(speak(fallSilent(waiting.state), hold, 467).say).toBeNull();
  });

  it('is not cut off by itself, however long it takes to say', () => {
    const standing = Array.from({ length: 200 }, (_, i) => [i * 67, feet] as const);
    expect(said(standing, 'goes on')).toEqual([[134, 'set-up', false]]);
  });

  it('is said again in a new recording, whose time begins anew', () => {
    const { state } = speak(speak(silent, hold, 90_000).state, hold, 90_150);
    const again = speak(speak(fallSilent(state), hold, 0).state, hold, 150);
    expect(again.say).toEqual(hold);
  });
});
