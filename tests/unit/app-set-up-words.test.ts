import { describe, expect, test } from 'vitest';
import { minuteOfDay } from '../../src/app/intl.ts';
import { cardsOf } from '../../src/app/result-view.ts';
import { comparisonText } from '../../src/app/set-up-change-words.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { compareSetUps, type Occasion } from '../../src/core/session/comparable.ts';
import type { Conditions, SetUp } from '../../src/core/session/set-up.ts';
import { raise } from '../helpers/results.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { goodOccasion, goodSetUp, occasionWith } from '../helpers/set-ups.ts';

const [then, today] = [sessionOn(2).startedAt, sessionOn(30).startedAt];

function told(before: Occasion, now: Occasion): string | null {
  return comparisonText(compareSetUps(before, now, 'forward-bend'), then, today);
}

function saying(conditions: Partial<Conditions>): Occasion {
  return { ...goodOccasion, conditions: { ...goodOccasion.conditions, ...conditions } };
}

describe('The sentence about the set-up', () => {
  test('says that it was the same', () => {
    expect(told(goodOccasion, goodOccasion)).toBe('Same set-up as on March 3.');
  });

  test('is not there where it was not kept', () => {
    expect(told({ ...goodOccasion, setUp: null }, goodOccasion)).toBeNull();
  });

  test('says why two numbers cannot quite be compared, and leaves out what matters little', () => {
    const now = occasionWith({ yaw: degrees(-34), camera: 'Another camera' });
    expect(told(occasionWith({ yaw: degrees(-5) }), now)).toBe(
      'Not quite comparable with March 3: the camera stood further round (34° against 5°).',
    );
  });

  test.each<[string, Partial<SetUp>, Partial<SetUp>]>([
    ['the camera stood less far round (5° against 34°)', { yaw: degrees(34) }, { yaw: degrees(5) }],
    ['the camera stood 44° further to the other side', { yaw: degrees(22) }, { yaw: degrees(-22) }],
    ['the camera stood higher', { height: 0.2 }, { height: 1 }],
    ['the camera stood lower', { height: 1 }, { height: 0.2 }],
    ['the camera stood farther away', { distance: 2 }, { distance: 3.5 }],
    ['the camera stood nearer', { distance: 3.5 }, { distance: 2 }],
    ['your left side was near the camera', { near: 'right' }, { near: 'left' }],
    ['your right side was near the camera', { near: 'left' }, { near: 'right' }],
    ['another camera', { camera: 'front' }, { camera: 'back' }],
    ['another picture size', {}, { frame: { width: 1280, height: 720 } }],
    ['it was darker', {}, { light: { brightness: 0.2, contrast: 0.3 } }],
    ['it was brighter', {}, { light: { brightness: 0.8, contrast: 0.3 } }],
  ])('says: %s', (words, before, now) => {
    expect(told(occasionWith(before), occasionWith(now))).toContain(`: ${words}.`);
  });

  test.each<[string, Partial<Conditions>, Partial<Conditions>]>([
    ['you had warmed up this time', { warmUp: 'none' }, { warmUp: 'warm' }],
    ['you had not warmed up this time', { warmUp: 'warm' }, { warmUp: 'none' }],
    ['looser clothes', { clothing: 'close' }, { clothing: 'loose' }],
    ['closer-fitting clothes', { clothing: 'loose' }, { clothing: 'close' }],
  ])('says: %s', (words, before, now) => {
    expect(told(saying(before), saying(now))).toContain(`: ${words}.`);
  });

  test('says that it was another time of day, and nothing about what that does', () => {
    const evening = { ...goodOccasion, minuteOfDay: 20 * 60 };
    expect(told(goodOccasion, evening)).toBe(
      'Much the same set-up as on March 3. Different: another time of day.',
    );
  });
});

describe('The minute of the day', () => {
  test.each([
    ['2026-03-08T05:29:00Z', 'America/St_Johns', 2 * 60 - 1],
    // Half past five UTC is two in the morning, when the clocks go on to three.
    ['2026-03-08T05:30:00Z', 'America/St_Johns', 3 * 60],
    ['2026-11-01T04:29:00Z', 'America/St_Johns', 2 * 60 - 1],
    ['2026-11-01T04:30:00Z', 'America/St_Johns', 60],
    ['2026-07-01T02:30:00Z', 'America/St_Johns', 0],
    ['2026-07-01T02:29:00Z', 'America/St_Johns', 24 * 60 - 1],
    ['2026-07-01T12:00:00Z', 'Asia/Kathmandu', 17 * 60 + 45],
  ])('at %s is what the clocks show in %s', (at, timeZone, minute) => {
    expect(minuteOfDay(Date.parse(at), timeZone)).toBe(minute);
  });

  test('is not known in a zone that is not known', () => {
    expect(minuteOfDay(0, 'Mars/Olympus_Mons')).toBeNull();
  });

  test('of two mornings is alike though the clocks were changed or the person has moved', () => {
    const done = (at: string, timeZone: string) => ({
      ...sessionOn(0, [{ ...raise('left', 70), setUp: goodSetUp }]),
      id: at,
      startedAt: Date.parse(at),
      timeZone,
    });
    const winter = done('2026-03-07T11:30:00Z', 'America/St_Johns');
    const summer = done('2026-03-09T10:30:00Z', 'America/St_Johns');
    const away = done('2026-03-10T23:00:00Z', 'Asia/Tokyo');
    const sessions = [winter, summer, away];
    for (const session of [summer, away]) {
      expect(cardsOf(session, sessions)[0]?.comparison).toEqual({
        likeness: 'same',
        differences: [],
      });
    }
  });
});
