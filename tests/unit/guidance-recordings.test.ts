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
const checks = new Map<string, readonly Told[]>();
for (const name of names) checks.set(name, await situationsOf(recorded(name), 3));

/** The same with a practice before them. */
const practised = ['slr_right', 'slr_bad_knee'] as const;
for (const name of practised) {
  checks.set(`practice ${name}`, await situationsOf(recorded(name), 4, true));
}

function toldIn(name: string): readonly Told[] {
  return checks.get(name)!;
}

/** The cues that are spoken in the first repetition of a recording. */
function spokenIn(name: string): readonly CueId[] {
  const { length } = recorded(name.replace('practice ', '')).sightings;
  return heard(toldIn(name).slice(0, length)).flatMap(({ say }) => say?.id ?? []);
}

describe.each([...checks.keys()])('in the recording %s', (name) => {
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

  it('who practises first is led the same way, and hears before and after that it does not count', () => {
    const first = heard(toldIn('practice slr_right')).flatMap(({ say }) => say ?? []);
    expect(first[0]).toMatchObject({ id: 'begin', isPractice: true });
    const spoken = spokenIn('practice slr_right');
    const done = spoken.indexOf('practised');
    expect(spoken.slice(done - 2, done)).toEqual(['hold', 'return']);
    expect(first.find(({ id }) => id === 'practised')).toEqual({ id: 'practised', reason: null });
    const begins = first.flatMap((cue) => (cue.id === 'begin' ? [cue.isPractice] : []));
    expect(begins).toEqual([true, false, false, false]);
  });

  it('whose knee bends in the practice hears of it while it bends, and is refused nothing by it', () => {
    const spoken = spokenIn('practice slr_bad_knee');
    expect(spoken.indexOf('fault')).toBeGreaterThan(-1);
    expect(spoken.indexOf('fault')).toBeLessThan(spoken.indexOf('practised'));
    const notices = toldIn('practice slr_bad_knee').flatMap(({ now }) =>
      'notice' in now && now.notice !== null ? [now.notice] : [],
    );
    expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(['practised', 'refused']));
    expect(new Set(notices.filter(({ kind }) => kind === 'refused')).size).toBe(3);
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
    ['slr_right', ['captured', 'captured', 'captured']],
    ['slr_bad_knee', ['refused', 'refused', 'refused']],
    ['practice slr_right', ['marked', 'captured', 'captured', 'captured']],
  ] as const)('hears the sound of each outcome once: %s', (name, sounds) => {
    const told = toldIn(name);
    const heardSounds = told.flatMap(({ now }, i) => {
      const before = told[i - 1]?.now;
      return (before && soundBetween(before, now)) ?? [];
    });
    expect(heardSounds).toEqual(sounds);
  });
});
