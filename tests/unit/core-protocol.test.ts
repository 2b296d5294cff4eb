import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import { advance, reasonOf, startPhase } from '../../src/core/protocol/machine.ts';
import { refusalReasons, testIds, viewProblems } from '../../src/core/protocol/protocol.ts';
import { frame, phases, played } from '../helpers/played-samples.ts';

const slr = protocolOf('slr');

describe('the machine', () => {
  it('never gives a number without a hold, whatever is seen', () => {
    const seen = fc.record({
      angle: fc.option(fc.integer({ min: -10, max: 120 }), { nil: null }),
      problem: fc.option(fc.constantFrom(...viewProblems), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 80 }), (frames) => {
        const samples = frames.map(({ angle, problem }, i) => frame(i * 67, angle, problem));
        const all = phases(samples);
        const captured = all.findIndex(({ phase }) => phase === 'captured');
        const held = all.findIndex((phase) => 'heldEnough' in phase && phase.heldEnough);
        expect(captured === -1 || (held !== -1 && held < captured)).toBe(true);
      }),
    );
  });

  it('is the same for the same samples, and leaves what it was given', () => {
    const samples = played([1, 0], [2, 70], [2.6, 70], [1.5, 0]);
    const frozen = samples.map((sample) => Object.freeze({ ...sample }));
    let phase = Object.freeze(startPhase);
    for (const sample of frozen) phase = Object.freeze(advance(phase, sample, slr));
    expect(phase).toEqual(phases(samples).at(-1));
  });

  it('has a reason from the closed list for each thing that can be wrong with the view', () => {
    for (const problem of viewProblems) expect(refusalReasons).toContain(reasonOf(problem));
    expect(new Set(viewProblems.map(reasonOf))).toEqual(
      new Set(['nobody', 'out-of-frame', 'low-confidence', 'not-side-on', 'far-leg', 'no-start']),
    );
  });
});

describe('the catalogue', () => {
  it('has each test once, under its own name', () => {
    for (const test of testIds) expect(protocolOf(test).id).toBe(test);
    expect(testIds.filter((test) => protocolOf(test).sided)).toEqual(['slr', 'ake', 'chair-reach']);
    expect(testIds.filter((test) => protocolOf(test).direction === -1)).toEqual(['ake']);
    expect(testIds.filter((test) => protocolOf(test).practice > 0)).toEqual(['slr']);
  });
});
