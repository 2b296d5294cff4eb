import { describe, expect, test } from 'vitest';
import { Check, type Moment } from '../../src/app/check.svelte.ts';
import { videoPace } from '../../src/app/guided-step.ts';
import { SecondLook } from '../../src/app/second-look.ts';
import type { Sighting } from '../../src/core/body/pose.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import { bentKneeRaise, goodRaise, repeated, walkingOut } from '../helpers/recorded.ts';
import { RecordedEstimator, ScriptedSource } from '../helpers/scripted-frames.ts';

const rightLeg: Step = { test: 'slr', side: 'right' };
const leftLeg: Step = { test: 'slr', side: 'left' };
const bend: Step = { test: 'forward-bend', side: null };
const stays = new AbortController().signal;

function checkOf(
  sightings: readonly Sighting[],
  steps: readonly [Step, ...Step[]] = [rightLeg],
  ending: 'ends' | 'waits' = 'ends',
): Check {
  const estimator = new RecordedEstimator(sightings);
  return new Check({
    steps,
    sourceOf: () => Promise.resolve(new ScriptedSource(sightings, ending)),
    estimate: (frame) => estimator.estimate(frame),
    secondLook: new SecondLook(() => null),
    pace: videoPace,
    gravity: () => null,
    coachOf: () => null,
    keepHeld: (_step, _trial, held) => held.picture.close(),
    keepMotion: () => undefined,
    earlier: [],
    onprogress: () => undefined,
  });
}

function hasNotice({ situation }: Check): boolean {
  return 'notice' in situation && situation.notice !== null;
}

/** Ends the check by itself at the first frame for which `isTime` says so. */
function finishAt(check: Check, isTime: (moment: Moment) => boolean): void {
  check.show({
    arrived: () => undefined,
    understood: (moment) => {
      if (isTime(moment)) check.finish();
    },
  });
}

describe('A check of a leg raise', () => {
  test('measures the one raise that a video shows', async () => {
    const [result] = await checkOf(goodRaise).run(stays);
    expect(result?.trials.map(({ kind }) => kind)).toEqual(['measured']);
    // The clip's truth is 82.6 degrees; 6 is what the first version promises.
    expect(Math.abs((result?.estimate?.value ?? 0) - 82.6)).toBeLessThan(6);
  });

  test('ends by itself after three measured repetitions, without a touch', async () => {
    const check = checkOf(repeated(goodRaise, 5), [rightLeg], 'waits');
    const [result] = await check.run(stays);
    expect(result?.trials.map(({ kind }) => kind)).toEqual(['measured', 'measured', 'measured']);
  });

  test('refuses a raise with a bent knee, says by how much, and gives no number', async () => {
    const [result] = await checkOf(bentKneeRaise).run(stays);
    expect(result?.estimate).toBeNull();
    expect(result?.trials).toEqual([
      { kind: 'refused', reason: 'knee-bent', amount: expect.any(Number) as number },
    ]);
  });

  test('asks three times for what was refused, and then lets the person be', async () => {
    const check = checkOf(repeated(bentKneeRaise, 5), [rightLeg], 'waits');
    const [result] = await check.run(stays);
    expect(result?.trials).toHaveLength(3);
  });

  test('gives no number to someone who walks out of the picture', async () => {
    const [result] = await checkOf(walkingOut, [bend]).run(stays);
    expect(result?.estimate).toBeNull();
    expect(result?.trials[0]?.kind).toBe('refused');
  });
});

describe('A check of both legs', () => {
  test('says of the leg on the far side why it was not measured', async () => {
    const [left, right] = await checkOf(goodRaise, [leftLeg, rightLeg]).run(stays);
    expect(left?.trials).toMatchObject([{ kind: 'refused', reason: 'far-leg' }]);
    expect(right?.estimate).not.toBeNull();
  });
});

describe('A check that the person finishes', () => {
  test('keeps what was measured until then', async () => {
    const check = checkOf(repeated(goodRaise, 5), [rightLeg, leftLeg], 'waits');
    finishAt(check, () => check.trials.length === 1);
    const results = await check.run(stays);
    expect(results).toMatchObject([{ side: 'right', trials: [{ kind: 'measured' }] }]);
  });

  test('does not count the raise in which it was finished', async () => {
    const check = checkOf(repeated(goodRaise, 5), [rightLeg], 'waits');
    finishAt(check, ({ phase }) => check.trials.length === 1 && phase.phase === 'moving');
    const [result] = await check.run(stays);
    expect(result?.trials).toHaveLength(1);
  });

  test('says why there is nothing when nothing was done', async () => {
    const check = checkOf(goodRaise, [rightLeg], 'waits');
    finishAt(check, ({ phase }) => phase.phase === 'ready');
    const [result] = await check.run(stays);
    expect(result).toMatchObject({
      estimate: null,
      trials: [{ kind: 'refused', reason: 'no-movement' }],
    });
  });

  test('ends at once also while no frame comes', async () => {
    const check = checkOf([], [rightLeg], 'waits');
    const running = check.run(stays);
    check.finish();
    expect(await running).toMatchObject([{ estimate: null }]);
  });
});

describe('A check that is left', () => {
  test('stops without results', async () => {
    const leaving = new AbortController();
    const running = checkOf([], [rightLeg], 'waits').run(leaving.signal);
    leaving.abort();
    await expect(running).rejects.toThrow('aborted');
  });
});

describe('The stage', () => {
  test('sees every frame before it is given away, and then what it showed', async () => {
    const check = checkOf(goodRaise);
    const seen: (number | 'picture')[] = [];
    check.show({
      arrived: (picture) => {
        // A bitmap that was given away has no width.
        if (picture.width > 0) seen.push('picture');
      },
      understood: ({ sighting }) => seen.push(sighting.capturedAt),
    });
    await check.run(stays);
    expect(seen).toEqual(goodRaise.flatMap(({ capturedAt }) => ['picture', capturedAt]));
  });

  test('shows the angle while the leg is up, and the outcome for two seconds after', async () => {
    const check = checkOf(goodRaise);
    const shown: { at: number; angle: number | null; told: boolean }[] = [];
    check.show({
      arrived: () => {
        const at = shown.length / 15;
        shown.push({ at, angle: check.angle, told: hasNotice(check) });
      },
      understood: () => undefined,
    });
    await check.run(stays);
    expect(shown.find(({ at }) => at > 1)?.angle).toBeNull();
    expect(shown.find(({ at }) => at > 7)?.angle).toBeGreaterThan(70);
    expect(shown.filter(({ told }) => told).length / 15).toBeCloseTo(2, 0);
  });
});
