import { describe, expect, it } from 'vitest';
import type { CueId } from '../../src/core/guidance/cue.ts';
import { cueRules } from '../../src/core/guidance/cues.ts';
import { soundBetween } from '../../src/core/guidance/sounds.ts';
import { recorded } from '../helpers/replay.ts';
import { situationsOf, type Told } from '../helpers/situations.ts';
import { delayOf, heard, hadToWait, repetitionsOf, standsOf } from '../helpers/spoken.ts';

/** No cue may come later than this after the frame with which it began to apply, in milliseconds. */
const limit = 300;

const names = [
  'slr_right',
  'dev_slr_03',
  'bend',
  'dev_ake_02',
  'slr_bad_knee',
  'dev_slr_not_held_01',
  'dev_slr_other_leg_lifted_01',
  'dev_slr_far_01',
  'walk_out',
] as const;

/** Three repetitions of each recording, as a camera would see them. */
const checks = new Map(
  await Promise.all(
    names.map(async (name) => [name, await situationsOf(recorded(name), 3)] as const),
  ),
);

function toldIn(name: string): readonly Told[] {
  return checks.get(name as (typeof names)[number])!;
}

/** The cues that are spoken in the first repetition of a recording. */
function spokenIn(name: string): readonly CueId[] {
  const { length } = recorded(name).sightings;
  return heard(toldIn(name).slice(0, length)).flatMap(({ say }) => say?.id ?? []);
}

describe.each(names)('in the recording %s', (name) => {
  const frames = heard(toldIn(name));

  it('no cue comes late, unless something more urgent is being said', () => {
    for (const stand of standsOf(frames)) {
      const delay = delayOf(stand);
      const { standMs } = cueRules[stand.cue.id];
      // Who is not still is given a moment before it counts as a fault.
      const due = standMs > limit ? standMs : 0;
      const isInTime = delay !== null && delay - due <= limit;
      expect([stand.cue.id, isInTime || hadToWait(stand, frames)]).toEqual([stand.cue.id, true]);
    }
  });

  it('no cue is said twice within its cool-down', () => {
    for (const { cue, apart } of repetitionsOf(frames)) {
      expect(apart).toBeGreaterThanOrEqual(cueRules[cue.id].coolDownMs);
    }
  });
});

describe('a recorded person', () => {
  const whole: readonly CueId[] = ['begin', 'onward', 'hold', 'return', 'captured'];

  it.each(['slr_right', 'bend', 'dev_ake_02'])(
    'is led through a repetition in order: %s',
    (name) => {
      expect(spokenIn(name).slice(0, 5)).toEqual(whole);
    },
  );

  it('hears every cue of a good raise within 150 ms, three times over', () => {
    const delays = standsOf(heard(toldIn('slr_right')))
      .filter(({ cue }) => cue.id !== 'keep-still')
      .map(delayOf);
    expect(delays.length).toBeGreaterThanOrEqual(3 * whole.length);
    expect(Math.max(...delays.map((delay) => delay ?? Infinity))).toBeLessThan(150);
  });

  it('whose knee bends hears of it at once, and again while it stays bent', () => {
    const first = ['begin', 'onward', 'fault', 'fault', 'refused'];
    expect(spokenIn('slr_bad_knee').slice(0, 5)).toEqual(first);
  });

  it('who lies the wrong way round is asked to turn every six seconds', () => {
    const frames = heard(toldIn('dev_slr_far_01'));
    expect(new Set(frames.flatMap(({ say }) => say?.id ?? []))).toEqual(
      new Set(['start-position']),
    );
    for (const { apart } of repetitionsOf(frames)) expect(apart).toBeLessThan(6100);
  });

  it.each([
    ['slr_right', 'captured'],
    ['slr_bad_knee', 'refused'],
  ])('hears the sound of each outcome once: %s', (name, sound) => {
    const told = toldIn(name);
    const heardSounds = told.flatMap(({ now }, i) => {
      const before = told[i - 1]?.now;
      return (before && soundBetween(before, now)) ?? [];
    });
    expect(heardSounds).toEqual([sound, sound, sound]);
  });
});
