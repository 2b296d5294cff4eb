import { describe, expect, it } from 'vitest';
import type { KeypointName, Pose } from '../../src/core/body/pose.ts';
import { surveyedLandmarks, type Body, type Survey } from '../../src/core/body/survey.ts';
import { surveyAt } from '../../src/core/measure/look-again.ts';
import { showsSecondPerson } from '../../src/core/measure/second-person.ts';
import { measureStill } from '../../src/core/measure/still.ts';
import { framesOf } from '../../src/core/measure/trial-frames.ts';
import { measureTrial } from '../../src/core/measure/trial.ts';
import { acted, forwardBend, legRaise } from '../helpers/acted-trial.ts';
import { lying, standing } from '../helpers/figure.ts';
import { drawn, sheet } from '../helpers/stick-figure.ts';

const pose = drawn(lying);

/** Somebody standing at the picture's left edge, as large as the one who lies. */
const stander = drawn(standing, { ...sheet, place: { x: 60, y: 240 } });

const surveyed = (['left', 'right'] as const).flatMap((side) =>
  surveyedLandmarks.map((landmark) => `${side}-${landmark}` as const),
);

/** A pose as the other model would find it. */
function body({ keypoints, frame }: Pose, score = 0.5): Body {
  const point = (name: KeypointName) => {
    const { x, y } = keypoints[name];
    return { x: x / frame.width, y: y / frame.height };
  };
  const points = Object.fromEntries(
    (['nose', ...surveyed] as const).map((name) => [name, point(name)]),
  );
  return { score, points: points as Body['points'] };
}

function survey(...bodies: readonly Body[]): Survey {
  return { capturedAt: 0, bodies };
}

/** The pose with all points moved to the right, in shares of its trunk and leg. */
function moved(by: number): Pose {
  const unit = length('shoulder', 'hip') + length('hip', 'knee') + length('knee', 'ankle');
  const points = Object.entries(pose.keypoints).map(
    ([name, point]) => [name, { ...point, x: point.x + by * unit }] as const,
  );
  return { ...pose, keypoints: Object.fromEntries(points) as Pose['keypoints'] };
}

function length(from: 'shoulder' | 'hip' | 'knee', to: 'hip' | 'knee' | 'ankle'): number {
  const [a, b] = [pose.keypoints[`right-${from}`], pose.keypoints[`right-${to}`]];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Somebody standing, as many times as large. */
function sized(share: number): Body {
  return body(drawn(standing, { ...sheet, size: sheet.size * share, place: { x: 60, y: 240 } }));
}

function refuses(...bodies: readonly Body[]): boolean {
  return showsSecondPerson(pose, survey(...bodies));
}

describe('a second person', () => {
  it('is somebody found beside the one who is measured, in whichever order', () => {
    expect(refuses(body(pose), body(stander))).toBe(true);
    expect(refuses(body(stander), body(pose))).toBe(true);
  });

  it('is also somebody found alone, elsewhere than the one who is measured', () => {
    expect(refuses(body(stander))).toBe(true);
  });

  it('may lie half over the one who is measured', () => {
    expect(refuses(body(pose), body(moved(0.15)))).toBe(true);
  });

  it('is not the one who is measured, found some way off or with sides confused', () => {
    expect(refuses(body(moved(0.3)))).toBe(false);
    expect(refuses(body(moved(0.5)))).toBe(true);
    const { points, score } = body(pose);
    const swapped = Object.entries(points).map(([name, point]) => [
      name.replace(/left|right/, (side) => (side === 'left' ? 'right' : 'left')),
      point,
    ]);
    expect(refuses({ score, points: Object.fromEntries(swapped) as Body['points'] })).toBe(false);
  });

  it('is not the one who is measured, found twice', () => {
    expect(refuses(body(pose), body(moved(0.05)))).toBe(false);
  });

  it('is not one that the model hardly believes in', () => {
    expect(refuses(body(pose), body(stander, 0.13))).toBe(true);
    expect(refuses(body(pose), body(stander, 0.11))).toBe(false);
  });

  it('is not a small one far behind or in a picture on the wall', () => {
    // The whole figure's box has a diagonal of about one trunk and leg and a quarter.
    expect(refuses(body(pose), sized(0.4))).toBe(true);
    expect(refuses(body(pose), sized(0.25))).toBe(false);
  });

  it('is not nobody', () => {
    expect(refuses()).toBe(false);
  });
});

describe('a trial', () => {
  const { sightings, step } = acted(legRaise);
  const at = sightings[60]!.capturedAt;
  const judged = (capturedAt: number, found: readonly Body[], seen = sightings) => {
    const surveys = [{ capturedAt, bodies: found }];
    return measureTrial(seen, step, { sightings: [], surveys });
  };

  it('in which a second person was seen once gives no number', () => {
    const trial = judged(at, [body(stander)]);
    expect(trial).toEqual({ kind: 'refused', reason: 'second-person', amount: null });
  });

  it('with nobody else is measured, and also with somebody at another time or beside nobody', () => {
    expect(judged(at, [body(sightings[60]!.pose!)]).kind).toBe('measured');
    expect(judged(at + 1, [body(stander)]).kind).toBe('measured');
    const blinked = sightings.map((each, i) => (i === 60 ? { ...each, pose: null } : each));
    expect(judged(at, [body(stander)], blinked).kind).toBe('measured');
  });
});

describe('a picture', () => {
  it('gives no number with a second person in any survey of it', () => {
    const step = { test: 'slr', side: null } as const;
    const alone = survey(body(pose));
    expect(measureStill([pose], step, [alone, survey(body(pose), body(stander))])).toMatchObject({
      reason: 'second-person',
    });
    expect(measureStill([pose], step, [alone, alone]).kind).toBe('measured');
  });
});

describe('the frames to be searched for a second person', () => {
  it.each([legRaise, forwardBend])('are one of rest and one of the hold: $step.test', (act) => {
    const { sightings, step } = acted(act);
    const frames = framesOf(sightings, step);
    if (typeof frames === 'string') throw new Error(frames);
    const kept = sightings.map(({ capturedAt }) => capturedAt).filter((_, i) => i % 3 === 0);
    const times = surveyAt(sightings, step, kept);
    const rested = frames.rest.map(({ capturedAt }) => capturedAt);
    const held = frames.hold.map(({ capturedAt }) => capturedAt);
    expect(times).toHaveLength(2);
    expect(times.every((at) => kept.includes(at))).toBe(true);
    expect(rested).toContain(times[0]);
    expect(held).toContain(times[1]);
  });

  it('are those that were searched before the end of the trial, where there were any', () => {
    const { sightings, step } = acted(legRaise);
    const kept = sightings.map(({ capturedAt }) => capturedAt).filter((_, i) => i % 3 === 0);
    const [inRest, inHold] = surveyAt(sightings, step, kept);
    const early = kept[kept.indexOf(inHold!) - 1]!;
    expect(surveyAt(sightings, step, kept, [early])).toEqual([inRest, early]);
  });

  it('are fewer where too few were kept, and none without a hold', () => {
    const { sightings, step } = acted(legRaise);
    const last = sightings.findLast(({ pose: seen }) => seen)!.capturedAt;
    expect(surveyAt(sightings, step, [last])).toEqual([]);
    expect(surveyAt(sightings.slice(0, 40), step, [sightings[0]!.capturedAt])).toEqual([]);
  });
});
