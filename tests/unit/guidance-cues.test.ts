import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cueIds } from '../../src/core/guidance/cue.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { cueFor, cueRules } from '../../src/core/guidance/cues.ts';
import type { Situation } from '../../src/core/guidance/situation.ts';
import { startPhase } from '../../src/core/protocol/machine.ts';
import { refusal } from '../../src/core/session/trial.ts';
import { anySituation } from '../helpers/situations.ts';

const step = { test: 'slr', side: 'right' } as const;

describe('every situation', () => {
  it('has exactly one cue: the most urgent of all that apply', () => {
    fc.assert(
      fc.property(anySituation, (now) => {
        const cue = cueFor(now);
        const applying = cueIds.flatMap((id) => cueRules[id].when(now) ?? []);
        const highest = Math.max(...applying.map(({ id }) => cueRules[id].priority));
        expect(applying.filter(({ id }) => cueRules[id].priority === highest)).toEqual([cue]);
      }),
    );
  });

  it('has a cue of its own: nobody who is on the way is told that all is being prepared', () => {
    fc.assert(
      fc.property(anySituation, (now) => {
        expect(cueFor(now).id === 'preparing').toBe(now.at === 'preparing');
      }),
    );
  });
});

describe('the rules', () => {
  it.each(cueIds)('say %s under its own name, and never more often than its cool-down', (id) => {
    const { repeatMs, coolDownMs } = cueRules[id];
    expect(repeatMs ?? Infinity).toBeGreaterThanOrEqual(coolDownMs);
    fc.assert(
      fc.property(anySituation, (now) => {
        expect([undefined, id]).toContain(cueRules[id].when(now)?.id);
      }),
    );
  });

  it('are in the order of their urgency', () => {
    const priorities = cueIds.map((id) => cueRules[id].priority);
    expect(priorities).toEqual(priorities.toSorted((a, b) => b - a));
  });

  it('wait for no more than 150 ms, but for the stillness that comes by itself', () => {
    const slow = cueIds.filter((id) => cueRules[id].standMs > 150);
    expect(slow).toEqual(['keep-still']);
  });
});

describe('a person', () => {
  const trial: Situation = {
    at: 'trial',
    step,
    isPractice: false,
    phase: startPhase,
    notice: null,
    mark: null,
  };

  it('who tells of pain hears of nothing else', () => {
    const mark = { sensation: 'pain', trial: 0, angle: null } as const;
    expect(cueFor({ ...trial, mark, notice: refusal('bounced') }).id).toBe('pain');
  });

  it('whose movement is complete is not told that it counts before it is measured', () => {
    expect(cueFor({ ...trial, phase: { phase: 'captured' } })).toEqual({ id: 'return', step });
  });

  it('is told of the practice before and after it, also of one that was not complete', () => {
    const ready = { phase: 'ready', rest: degrees(0), lastSeen: 0 } as const;
    const begin = { id: 'begin', step, isPractice: true } as const;
    expect(cueFor({ ...trial, isPractice: true, phase: ready })).toEqual(begin);
    for (const reason of [null, 'not-held'] as const) {
      const notice = { kind: 'practised', reason } as const;
      expect(cueFor({ ...trial, notice })).toEqual({ id: 'practised', reason });
    }
  });

  it('who rests is told in time that the rest ends', () => {
    const resting = { at: 'resting', step, notice: null } as const;
    const cues = [9, 4, 3, 1].map((secondsLeft) => cueFor({ ...resting, secondsLeft }).id);
    expect(cues).toEqual(['rest', 'rest', 'rest-ends', 'rest-ends']);
  });

  it('hears how the last repetition went also while resting', () => {
    const notice = refusal('knee-bent');
    expect(cueFor({ at: 'resting', step, secondsLeft: 1, notice })).toEqual({
      id: 'refused',
      reason: 'knee-bent',
    });
  });
});
