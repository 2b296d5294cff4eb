import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degrees } from '../../src/core/geometry/angle.ts';
import type { Session } from '../../src/core/session/session.ts';
import { timelinesOf, timelinesOfTest, type Timeline } from '../../src/core/session/timeline.ts';
import { isComparable, usualOccasion } from '../../src/core/session/usual-occasion.ts';
import { compareSetUps, type Occasion } from '../../src/core/session/comparable.ts';
import { bend, raise, straightening, unmeasured } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { anyOccasion, goodOccasion, goodSetUp, occasionWith } from '../helpers/set-ups.ts';

const left = { test: 'slr', side: 'left' } as const;

/** Weekly left leg raises; `odd` ones with the camera far round. */
function raises(values: readonly number[], odd: readonly number[] = []): readonly Session[] {
  return values.map((value, week) => {
    const yaw = degrees(odd.includes(week) ? 35 : 5);
    return sessionOn(7 * week, [{ ...raise('left', value), setUp: { ...goodSetUp, yaw } }]);
  });
}

function only(sessions: readonly Session[]): Timeline {
  const [line] = timelinesOf(sessions);
  if (line === undefined) throw new Error('There is a line in this test');
  return line;
}

function values(points: Timeline['points']): readonly number[] {
  return points.map(({ estimate }) => estimate.value);
}

describe('the time lines of a person', () => {
  it('are worked out once for a list, and anew for another', () => {
    const sessions = raises([60, 61]);
    expect(timelinesOfTest(sessions, 'slr')).toBe(timelinesOfTest(sessions, 'slr'));
    expect(values(only([...sessions, ...raises([62]).slice(0, 1)]).points)).toHaveLength(3);
  });

  it('are one for each test and side, tests in their order, left first', () => {
    const sessions = [
      sessionOn(0, [straightening('right', 30), bend(70), raise('right', 60)]),
      sessionOn(1, [raise('left', 62)]),
    ];
    expect(timelinesOf(sessions).map(({ step }) => [step.test, step.side])).toEqual([
      ['slr', 'left'],
      ['slr', 'right'],
      ['forward-bend', null],
      ['ake', 'right'],
    ]);
    expect(timelinesOf([])).toEqual([]);
  });

  it('are the same in whatever order the sessions are given, also of one moment', () => {
    const twin = sessionOn(14, [raise('left', 50)]);
    const sessions = [
      ...raises([60, 64, 75]),
      { ...twin, id: twin.id.replace('-8000-', '-9000-') },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(sessions, { minLength: 4 }), (shuffled) => {
        expect(values(only(shuffled).points)).toEqual([60, 64, 75, 50]);
      }),
    );
  });

  it('keep a visit without a number among the visits, not among the numbers', () => {
    const sessions = [...raises([60]), sessionOn(3, [unmeasured(left, 'knee-bent')])];
    const line = only(sessions);
    expect(line.visits).toHaveLength(2);
    expect(values(line.points)).toEqual([60]);
  });

  it('say nothing of a person who was never measured', () => {
    const line = only([sessionOn(3, [unmeasured(left, 'knee-bent')])]);
    expect(line).toMatchObject({ points: [], baseline: null, personal: null });
  });

  it('rest baseline and spread on comparable numbers alone', () => {
    const line = only(raises([40, 60, 62, 61, 90, 60], [0, 4]));
    expect(values(line.comparable)).toEqual([60, 62, 61, 60]);
    expect(line.baseline?.value).toBe(61);
    expect(line.personal).toBeLessThan(14);
  });

  it('leave the newest number out of the yardstick that it is measured with', () => {
    expect(only(raises([60, 62, 61, 60])).personal).toBe(only(raises([60, 62, 61, 99])).personal);
  });
});

describe('the usual set-up', () => {
  const usual = goodOccasion;
  const odd = occasionWith({ yaw: degrees(35) });

  it.each([
    ['the only one', [usual], 0],
    ['the newer of two that cannot be compared', [usual, odd], 1],
    ['that of the others when the newest is odd', [usual, usual, odd], 1],
    ['the newest one that is not odd', [odd, usual, usual, usual, odd], 3],
    [
      'the new one soon after a move for good',
      [...Array<Occasion>(30).fill(usual), ...Array<Occasion>(5).fill(odd)],
      34,
    ],
    [
      'the old one just after a move',
      [...Array<Occasion>(30).fill(usual), ...Array<Occasion>(4).fill(odd)],
      29,
    ],
  ] as const)('is %s', (_which, occasions, expected) => {
    expect(usualOccasion(occasions, 'slr')).toBe(expected);
  });

  it('is not there where nothing was measured', () => {
    expect(usualOccasion([], 'slr')).toBeNull();
  });

  it('is the newest where no two can be compared', () => {
    const apart = [-50, 0, 50].map((yaw) => occasionWith({ yaw: degrees(yaw) }));
    expect(usualOccasion(apart, 'slr')).toBe(2);
  });

  it('is one of those that were seen, and can be compared with itself', () => {
    fc.assert(
      fc.property(fc.array(anyOccasion, { minLength: 1, maxLength: 20 }), (occasions) => {
        const one = occasions[usualOccasion(occasions, 'slr') ?? -1];
        expect(one && isComparable(compareSetUps(one, one, 'slr'))).toBe(true);
      }),
    );
  });
});
