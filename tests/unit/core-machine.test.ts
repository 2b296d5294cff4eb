import { describe, expect, it } from 'vitest';
import { degrees } from '../../src/core/geometry/angle.ts';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import { advance, finish } from '../../src/core/protocol/machine.ts';
import type { TrialPhase } from '../../src/core/protocol/phase.ts';
import { faults, type ViewProblem } from '../../src/core/protocol/protocol.ts';
import { frame, last, phases, played, story } from '../helpers/played-samples.ts';

const slr = protocolOf('slr');

describe('a person who raises the leg and holds it', () => {
  const whole = played([1, 0], [2, 70], [2.6, 70], [1.5, 0]);

  it('goes through the phases in order and is captured on the way back', () => {
    const there = ['positioning', 'ready', 'moving', 'holding'];
    expect(story(whole)).toEqual([...there, 'moving', 'captured']);
  });

  it('does so downwards in a test whose number shrinks', () => {
    const down = whole.map((sample) => ({ ...sample, angle: degrees(90 - (sample.angle ?? 0)) }));
    expect(story(down, protocolOf('ake'))).toEqual(story(whole));
  });

  it('sees the ring fill up and the number count from the own rest', () => {
    const holds = phases(whole).flatMap((phase) => (phase.phase === 'holding' ? [phase] : []));
    expect(holds.map(({ progress }) => progress)).toEqual(
      holds.map(({ progress }) => progress).sort((a, b) => a - b),
    );
    expect(holds.at(-1)).toMatchObject({ progress: 1, heldEnough: true });
    const lifted = whole.map((sample) => ({ ...sample, angle: degrees((sample.angle ?? 0) + 6) }));
    const shown = phases(lifted).flatMap((phase) =>
      phase.phase === 'holding' ? [phase.angle] : [],
    );
    expect(shown.at(5)).toBeCloseTo(70, 6);
  });

  it('sees the bend itself in a bend, not its change', () => {
    const from10 = whole.map((sample) => ({ ...sample, angle: degrees((sample.angle ?? 0) + 10) }));
    const shown = phases(from10, protocolOf('forward-bend')).flatMap((phase) =>
      phase.phase === 'holding' ? [phase.angle] : [],
    );
    expect(shown.at(5)).toBeCloseTo(80, 6);
  });

  it('is captured without coming back after a very long hold', () => {
    expect(last([1, 0], [2, 70], [6.5, 70]).phase).toBe('captured');
  });

  it('is captured when the frames end, or the body is lost, after a long enough hold', () => {
    expect(finish(last([1, 0], [2, 70], [2.3, 70])).phase).toBe('captured');
    expect(last([1, 0], [2, 70], [2.3, 70], [1.2, null, 'nobody']).phase).toBe('captured');
  });

  it('may go on higher after the first hold', () => {
    expect(last([1, 0], [2, 60], [2.5, 60], [1, 75], [0.8, 75]).phase).toBe('holding');
    expect(last([1, 0], [2, 60], [2.5, 60], [1, 75], [0.8, 75], [1, 0]).phase).toBe('captured');
  });

  it('may sway slowly', () => {
    expect(story(played([1, 0], [2, 70], [1.3, 74], [1.3, 70], [1.5, 0]))).toEqual(story(whole));
  });

  it('is not thrown out by a single bad frame', () => {
    const hold = whole.findIndex(({ at }) => at > 4200);
    const spiked = whole.map((sample, i) =>
      i === hold ? { ...sample, angle: degrees(20) } : sample,
    );
    expect(story(spiked)).toEqual(story(whole));
    const blink = whole.map((sample, i) => (i === hold ? { ...sample, angle: null } : sample));
    expect(story(blink)).toEqual(story(whole));
  });

  it('is told of a fault while it is seen', () => {
    const faulty = whole.map((sample) => ({ ...sample, fault: faults[0] }));
    expect(phases(faulty).find(({ phase }) => phase === 'moving')).toMatchObject({
      fault: 'knee-bent',
    });
  });

  it('stays captured whatever comes after, and refused too', () => {
    for (const end of [{ phase: 'captured' }, { phase: 'refused', reason: 'nobody' }] as const) {
      expect(advance(end, frame(0, 50), slr)).toBe(end);
      expect(finish(end)).toBe(end);
    }
  });
});

describe('a person who does not hold', () => {
  it('is refused on the way back', () => {
    expect(last([1, 0], [2, 70], [0.3, 70], [1.5, 0])).toEqual({
      phase: 'refused',
      reason: 'not-held',
    });
  });

  it('is refused when the frames end before the hold is long enough', () => {
    const [onTheWay, held] = [last([1, 0], [1, 40]), last([1, 0], [2, 70], [1, 70])];
    expect([onTheWay.phase, held.phase]).toEqual(['moving', 'holding']);
    expect(finish(onTheWay)).toEqual({ phase: 'refused', reason: 'not-held' });
    expect(finish(held)).toEqual({
      phase: 'refused',
      reason: 'not-held',
    });
  });

  it('is refused for what hides the body where it is lost for long', () => {
    const lost = (problem?: ViewProblem): TrialPhase =>
      last([1, 0], [2, 70], problem ? [1.3, null, problem] : [1.3, null]);
    expect(lost('feet-out')).toEqual({ phase: 'refused', reason: 'out-of-frame' });
    expect(lost()).toEqual({ phase: 'refused', reason: 'low-confidence' });
  });

  it('is not refused for a twitch, and the start position is wanted again', () => {
    const twitch = played([1, 0], [0.4, 12], [0.4, 0], [1, 0]);
    expect(story(twitch)).toEqual(['positioning', 'ready', 'moving', 'positioning', 'ready']);
  });

  it('does not count a pause low on the way as a hold', () => {
    expect(last([1, 0], [0.6, 12], [3, 12]).phase).toBe('moving');
  });
});

describe('a person who has not started', () => {
  it('has to be still first', () => {
    const restless = played([0.3, 5], [0.3, 0], [0.3, 5], [0.3, 0]);
    expect(story(restless)).toEqual(['positioning']);
    expect(phases(restless).at(-1)).toMatchObject({ problem: 'not-still' });
    expect(finish(last([0.3, 5]))).toEqual({ phase: 'refused', reason: 'no-start' });
  });

  it('is told what is missing, and has to be still anew after it', () => {
    const [wrong] = phases([{ ...frame(0, 3), start: 'leg-not-down' }]);
    expect(wrong).toEqual({ phase: 'positioning', problem: 'leg-not-down', still: null });
    const [unseen] = phases([frame(0, null)]);
    expect(unseen).toEqual({ phase: 'positioning', problem: 'unsure', still: null });
    const [out] = phases([{ ...frame(0, 3, 'head-out'), start: 'leg-not-down' }]);
    expect(out).toMatchObject({ problem: 'head-out' });
  });

  it('is refused for not moving when the frames end', () => {
    expect(finish(last([2, 0]))).toEqual({ phase: 'refused', reason: 'no-movement' });
  });

  it('may be out of sight for a moment, and has to find the start again after longer', () => {
    expect(last([1, 0], [0.6, null]).phase).toBe('ready');
    expect(last([1, 0], [1.3, null, 'nobody'])).toMatchObject({
      phase: 'positioning',
      problem: 'nobody',
    });
    expect(last([1, 0], [1.3, null])).toMatchObject({ phase: 'positioning', problem: 'unsure' });
  });
});
