import { describe, expect, it } from 'vitest';
import { measureTrial } from '../../src/core/measure/trial.ts';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import { advance, startPhase } from '../../src/core/protocol/machine.ts';
import type { Quantity, Step } from '../../src/core/protocol/protocol.ts';
import { sampleOf } from '../../src/core/protocol/sample.ts';
import { pressed, recorded, replayed, unpressed } from '../helpers/replay.ts';

/** Degrees; the accuracy run holds the measurement to far less over all subjects. */
const near = 6;

describe('a recorded person', () => {
  it('gets a trial in three lines', () => {
    const { sightings, step } = recorded('slr_right');
    const samples = sightings.map((sighting) => sampleOf(sighting, step));
    const end = samples.reduce((was, now) => advance(was, now, protocolOf('slr')), startPhase);
    expect([end.phase, measureTrial(sightings, step).kind]).toEqual(['captured', 'measured']);
  });

  it.each(['slr_right', 'dev_slr_03', 'bend', 'dev_ake_02'])(
    'who does the test gets numbers near the truth: %s',
    async (name) => {
      const recording = recorded(name);
      const trial = await replayed(recording);
      const measured = trial?.kind === 'measured' ? trial.quantities : {};
      const truths = Object.entries(recording.expected.angles) as [Quantity, number][];
      const errors = truths.map(([quantity, truth]) => [
        quantity,
        Math.abs((measured[quantity]?.value ?? NaN) - truth) < near,
      ]);
      expect(errors).toEqual(truths.map(([quantity]) => [quantity, true]));
    },
  );

  it.each(['slr_bad_knee', 'dev_slr_not_held_01', 'dev_slr_other_leg_lifted_01', 'dev_slr_far_01'])(
    'who does something else is refused for it: %s',
    async (name) => {
      const recording = recorded(name);
      expect(await replayed(recording)).toMatchObject({
        kind: 'refused',
        reason: recording.expected.reason,
      });
    },
  );

  it.each<Step>([
    { test: 'forward-bend', side: null },
    { test: 'slr', side: 'left' },
    { test: 'slr', side: 'right' },
    { test: 'ake', side: 'right' },
    { test: 'chair-reach', side: 'right' },
  ])('who walks out of the picture gets no number in any test: $test $side', async (step) => {
    const recording = { ...recorded('walk_out'), step };
    expect((await replayed(recording))?.kind).toBe('refused');
    expect(measureTrial(recording.sightings, step).kind).toBe('refused');
  });

  it('who does another test than the one asked for gets no number', () => {
    const bend = recorded('bend');
    expect(measureTrial(bend.sightings, { test: 'slr', side: 'right' }).kind).toBe('refused');
  });
});

describe('a recording', () => {
  it('comes out of its file as it went in', () => {
    const recording = recorded('walk_out');
    expect(unpressed(pressed(recording))).toEqual(recording);
    expect(recording.sightings.filter(({ pose }) => pose === null)).toHaveLength(91);
  });
});
