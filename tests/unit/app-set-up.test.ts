import { describe, expect, test } from 'vitest';
import { SetUpRun } from '../../src/app/set-up-run.ts';
import {
  setUpAdviceWords,
  setUpCheckWords,
  setUpCueWords,
  setUpStandingWords,
} from '../../src/app/set-up-words.ts';
import type { Survey, SurveyedPoint } from '../../src/core/body/survey.ts';
import { surveyedLandmarks } from '../../src/core/body/survey.ts';
import type { Pose, Sighting } from '../../src/core/body/pose.ts';
import { setUpChecks, setUpProblems } from '../../src/core/coach/set-up-view.ts';
import { testIds, type Step } from '../../src/core/protocol/protocol.ts';
import { isOn, painted } from '../helpers/small-picture.ts';
import { standing } from '../helpers/figure.ts';
import { drawn, sheet } from '../helpers/stick-figure.ts';

const bend: Step = { test: 'forward-bend', side: null };
const pose = drawn(standing, { ...sheet, place: { x: 320, y: 260 }, size: 380 });
const isBody = isOn(pose);
const luma = painted((x, y) => (isBody(x, y) ? 60 : 180));

const sighting = (at: number, seen: Pose | null = pose): Sighting => ({
  capturedAt: at,
  pose: seen && { ...seen, capturedAt: at },
});

/** A survey of the frame of this time that shows the pose's own body, and others so far to its right. */
function survey(at: number, ...beside: number[]): Survey {
  const bodies = [0, ...beside].map((right) => {
    const names: SurveyedPoint[] = ['nose'];
    for (const landmark of surveyedLandmarks) names.push(`left-${landmark}`, `right-${landmark}`);
    const points = names.map((name) => {
      const { x, y } = pose.keypoints[name];
      return [name, { x: (x + right) / 640, y: y / 480 }];
    });
    return { score: 0.9, points: Object.fromEntries(points) as Record<SurveyedPoint, never> };
  });
  return { capturedAt: at, bodies };
}

/** Takes frames every 100 ms up to a time, giving small pictures as they are wanted. */
function run(until: number, withSurveys = false): SetUpRun {
  const watching = new SetUpRun(bend, () => withSurveys);
  for (let at = 0; at <= until; at += 100) {
    watching.take(sighting(at), watching.wantsLuma(at) ? luma : null);
  }
  return watching;
}

describe('A set-up', () => {
  test('is over after two good seconds, which begin with the second small picture', () => {
    expect(run(2100).isOver).toBe(false);
    expect(run(2200).isOver).toBe(true);
  });

  test('never ends without small pictures', () => {
    const blind = new SetUpRun(bend, () => false);
    for (let at = 0; at <= 5000; at += 100) blind.take(sighting(at), null);
    expect(blind.view.checks).toMatchObject({ body: 'good', light: 'unknown', camera: 'unknown' });
    expect(blind.isOver).toBe(false);
    expect(blind.light).toBeNull();
  });

  test('asks for a small picture five times a second', () => {
    const watching = new SetUpRun(bend, () => false);
    const asked: number[] = [];
    for (let at = 0; at < 1000; at += 50) {
      if (watching.wantsLuma(at)) asked.push(at);
      watching.take(sighting(at), asked.at(-1) === at ? luma : null);
    }
    expect(asked).toEqual([0, 200, 400, 600, 800]);
  });

  test('asks for a search for others once a second, and only where one can be made', () => {
    const times = Array.from({ length: 30 }, (_, i) => 100 * i);
    const able = new SetUpRun(bend, () => true);
    expect(times.filter((at) => able.wantsSurvey(at))).toEqual([0, 1000, 2000]);
    const unable = new SetUpRun(bend, () => false);
    expect(times.filter((at) => unable.wantsSurvey(at))).toEqual([]);
  });

  test('remembers how the body was lit', () => {
    const { light } = run(200);
    expect(light?.brightness).toBeGreaterThan(0.6);
    expect(light?.contrast).toBeCloseTo(120 / 255, 1);
  });

  test('says that nobody is there', () => {
    const watching = run(1000);
    for (const at of [1100, 1200, 1300]) watching.take(sighting(at, null), null);
    expect(watching.view.problem).toBe('nobody');
  });
});

describe('A second person', () => {
  test('is told at once, also by a search that answers late', () => {
    const watching = run(500);
    const view = watching.take(sighting(600), null, [survey(300), survey(300, 200)]);
    expect(view.problem).toBe('two-people');
  });

  test('who has left is forgotten with the next search', () => {
    const watching = run(500);
    watching.take(sighting(600), null, [survey(600, 200)]);
    watching.take(sighting(1600), luma, [survey(1600)]);
    expect(watching.take(sighting(2000), luma).problem).toBeNull();
  });

  test('is not believed in for ever when no search answers any more', () => {
    const watching = run(500);
    watching.take(sighting(600), null, [survey(600, 200)]);
    for (let at = 700; at <= 3000; at += 100) watching.take(sighting(at), luma);
    expect(watching.view.problem).toBe('two-people');
    for (let at = 3100; at <= 3600; at += 100) watching.take(sighting(at), luma);
    expect(watching.view.problem).toBeNull();
  });

  test('is not told of by a search of a frame that nobody was found in, or that is long gone', () => {
    const watching = new SetUpRun(bend, () => true);
    watching.take(sighting(0, null), luma);
    expect(watching.take(sighting(100), null, [survey(0, 200)]).problem).toBeNull();
    for (let at = 200; at <= 3000; at += 100) watching.take(sighting(at), luma);
    expect(watching.take(sighting(3100), null, [survey(500, 200)]).problem).toBeNull();
  });
});

describe('The words of a set-up', () => {
  const steps = testIds.flatMap((test): Step[] => [
    { test, side: 'left' },
    { test, side: 'right' },
  ]);

  test.each(setUpProblems)(
    'ask for %s in three words at most, and say how in a sentence',
    (problem) => {
      expect(setUpCueWords(problem).split(' ').length).toBeLessThanOrEqual(3);
      for (const step of [...steps, bend]) {
        const advice = setUpAdviceWords(problem, step);
        expect(advice).toMatch(/^[A-Z][^!]+\.$/);
        expect(advice.split(' ').length).toBeLessThanOrEqual(20);
      }
    },
  );

  test('tell which leg is to be near the camera', () => {
    expect(setUpAdviceWords('wrong-side', { test: 'slr', side: 'left' })).toMatch(/Lie.*left leg/);
    expect(setUpAdviceWords('wrong-side', { test: 'chair-reach', side: 'right' })).toMatch(
      /Turn.*right leg/,
    );
  });

  test('name each check and how it stands in two words', () => {
    for (const check of setUpChecks) {
      expect(setUpCheckWords[check]().split(' ').length).toBeLessThanOrEqual(2);
    }
    const standings = Object.values(setUpStandingWords).map((words) => words());
    expect(new Set(standings).size).toBe(3);
  });
});
