import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { degrees } from '../../src/core/geometry/angle.ts';
import { testIds } from '../../src/core/protocol/protocol.ts';
import { compareSetUps, type Occasion } from '../../src/core/session/comparable.ts';
import { anyOccasion, goodOccasion, occasionWith } from '../helpers/set-ups.ts';

const anyTest = fc.constantFrom(...testIds);

function told(change: Partial<Occasion['conditions']>): Occasion {
  return { ...goodOccasion, conditions: { ...goodOccasion.conditions, ...change } };
}

function at(hour: number, minute = 0): Occasion {
  return { ...goodOccasion, minuteOfDay: hour * 60 + minute };
}

describe('Two visits', () => {
  test('are compared alike whichever comes first', () => {
    fc.assert(
      fc.property(anyOccasion, anyOccasion, anyTest, (one, other, of) => {
        const there = compareSetUps(one, other, of);
        const back = compareSetUps(other, one, of);
        expect(back.likeness).toBe(there.likeness);
        expect(back.differences.map(({ aspect }) => aspect)).toEqual(
          there.differences.map(({ aspect }) => aspect),
        );
        expect(back.differences.map(({ before }) => before)).toEqual(
          there.differences.map(({ now }) => now),
        );
      }),
    );
  });

  test('that came about alike differ in nothing, and are the same where that was kept', () => {
    fc.assert(
      fc.property(anyOccasion, anyTest, (occasion, of) => {
        expect(compareSetUps(occasion, occasion, of)).toEqual({
          likeness: occasion.setUp === null ? 'unknown' : 'same',
          differences: [],
        });
      }),
    );
  });

  test('cannot be compared exactly where something spoils it, which is told first', () => {
    fc.assert(
      fc.property(anyOccasion, anyOccasion, anyTest, (one, other, of) => {
        const { likeness, differences } = compareSetUps(one, other, of);
        const spoiling = differences.map(({ spoils }) => spoils);
        expect(likeness === 'not-comparable').toBe(spoiling.includes(true));
        expect(spoiling).toEqual([...spoiling].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  test('are said to be the same only where both set-ups were kept and nothing differs', () => {
    fc.assert(
      fc.property(anyOccasion, anyOccasion, anyTest, (one, other, of) => {
        const { likeness, differences } = compareSetUps(one, other, of);
        if (likeness !== 'same') return;
        expect(differences).toEqual([]);
        expect([one.setUp, other.setUp]).not.toContain(null);
      }),
    );
  });

  test('say nothing of what one of them does not know', () => {
    const blank = occasionWith({
      camera: null,
      yaw: null,
      height: null,
      distance: null,
      light: null,
    });
    const unlike = occasionWith({ camera: 'other', yaw: degrees(40), height: 2, distance: 6 });
    expect(compareSetUps(blank, unlike, 'slr').differences).toEqual([]);
    const old = { ...told({ warmUp: 'warm' }), setUp: null };
    expect(compareSetUps(old, goodOccasion, 'slr')).toEqual({
      likeness: 'unknown',
      differences: [],
    });
  });
});

describe('A number is not to be compared', () => {
  test.each([
    ['yaw', occasionWith({ yaw: degrees(25) })],
    ['yaw', occasionWith({ yaw: degrees(-25) })],
    ['height', occasionWith({ height: 1.6 })],
    ['distance', occasionWith({ distance: 5.5 })],
    ['distance', occasionWith({ distance: 1.2 })],
  ])('after another %s', (aspect, now) => {
    const { likeness, differences } = compareSetUps(goodOccasion, now, 'slr');
    expect(likeness).toBe('not-comparable');
    expect(differences).toMatchObject([{ aspect, spoils: true }]);
  });

  test('when only one of them was warm, also without a set-up', () => {
    const cold = { ...told({ warmUp: 'none' }), setUp: null };
    expect(compareSetUps(cold, told({ warmUp: 'warm' }), 'slr')).toMatchObject({
      likeness: 'not-comparable',
      differences: [{ aspect: 'warm-up', before: 'none', now: 'warm' }],
    });
  });
});

describe('A number can still be compared', () => {
  test.each([
    ['yaw', { yaw: degrees(-12) }],
    ['height', { height: 1.3 }],
    ['distance', { distance: 3.8 }],
    ['camera', { camera: 'Another camera' }],
    ['resolution', { frame: { width: 1280, height: 960 } }],
    ['light', { light: { brightness: 0.27, contrast: 0.3 } }],
  ])('after another %s, which is told', (aspect, change) => {
    const { likeness, differences } = compareSetUps(goodOccasion, occasionWith(change), 'slr');
    expect(likeness).toBe('alike');
    expect(differences).toMatchObject([{ aspect, spoils: false }]);
  });

  test('in other clothes, which are told', () => {
    const { likeness } = compareSetUps(
      told({ clothing: 'close' }),
      told({ clothing: 'loose' }),
      'slr',
    );
    expect(likeness).toBe('alike');
  });

  test('after differences that are within the error of telling them, which are not told', () => {
    const near = occasionWith({
      yaw: degrees(17),
      height: 0.8,
      distance: 3.1,
      light: { brightness: 0.42, contrast: 0.9 },
    });
    expect(compareSetUps(goodOccasion, near, 'slr').likeness).toBe('same');
  });
});

describe('The side that is near the camera', () => {
  test('is told of a bend, and of nothing that is measured on one side', () => {
    const turned = occasionWith({ near: 'left' });
    expect(compareSetUps(goodOccasion, turned, 'forward-bend').differences).toMatchObject([
      { aspect: 'side', before: 'right', now: 'left' },
    ]);
    expect(compareSetUps(goodOccasion, turned, 'slr').differences).toEqual([]);
  });
});

describe('The time of day', () => {
  test.each([
    [at(9), at(12, 59), []],
    [at(9), at(17), ['time-of-day']],
    [at(23, 30), at(1), []],
    [at(22), at(6), ['time-of-day']],
  ])('%# is told from four hours on, also over midnight', (before, now, told) => {
    const { differences } = compareSetUps(before, now, 'slr');
    expect(differences.map(({ aspect }) => aspect)).toEqual(told);
  });

  test('never spoils a comparison, whatever the hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minuteOfDay) => {
        const { likeness } = compareSetUps(goodOccasion, { ...goodOccasion, minuteOfDay }, 'slr');
        expect(likeness).not.toBe('not-comparable');
      }),
    );
  });
});
