import { describe, expect, it } from 'vitest';
import { opposite, type Pose } from '../../src/core/body/pose.ts';
import { measureTrial } from '../../src/core/measure/trial.ts';
import type { RefusalReason } from '../../src/core/protocol/protocol.ts';
import { turnLimit, unsureShare } from '../../src/core/protocol/validity.ts';
import type { Trial } from '../../src/core/session/trial.ts';
import { acted, legRaise, type Act, type Moment } from '../helpers/acted-trial.ts';
import { replayed } from '../helpers/replay.ts';
import { lying, type Figure } from '../helpers/figure.ts';
import { drawn, filmed, level, sheet } from '../helpers/stick-figure.ts';

/** A leg raise of which something else is seen than the whole body. */
function seen(how: (pose: Pose, moment: Moment) => Pose | null): Act {
  return { ...legRaise, seen: (figure, moment) => how(filmed(figure, level), moment) };
}

function unsure(pose: Pose): Pose {
  const ankle = { ...pose.keypoints['right-ankle'], score: 0.3 };
  return { ...pose, keypoints: { ...pose.keypoints, 'right-ankle': ankle } };
}

function cut(pose: Pose): Pose {
  // The left edge of the picture moves in, and the leg is beyond the right one.
  const keypoints = Object.fromEntries(
    Object.entries(pose.keypoints).map(([name, point]) => [name, { ...point, x: point.x + 300 }]),
  ) as Pose['keypoints'];
  return { ...pose, keypoints };
}

async function reasons(act: Act): Promise<readonly (RefusalReason | null)[]> {
  const recording = acted(act);
  const reason = (trial: Trial | undefined): RefusalReason | null =>
    trial?.kind === 'refused' ? trial.reason : null;
  const whole = measureTrial(recording.sightings, recording.step);
  return [reason(await replayed(recording)), reason(whole)];
}

describe('a trial in which the body is not seen', () => {
  it('at all is refused for that', async () => {
    expect(await reasons(seen(() => null))).toEqual(['nobody', 'nobody']);
  });

  it('for a moment is measured all the same', async () => {
    const blinking = seen((pose, { at }) => (at % 1000 < 130 ? null : pose));
    expect(await reasons(blinking)).toEqual([null, null]);
  });

  it('from the movement on is refused, and not if it was held before', async () => {
    const gone = seen((pose, { at }) => (at > 3200 ? null : pose));
    expect((await reasons(gone))[0]).toBe('nobody');
    const goneAfter = seen((pose, { at }) => (at > 6600 ? null : pose));
    expect(await reasons(goneAfter)).toEqual([null, null]);
  });

  it('as a whole is refused for the frame, and not with all of it in', async () => {
    expect(await reasons(seen(cut))).toEqual(['out-of-frame', 'out-of-frame']);
    const step = { test: 'slr', side: null } as const;
    expect(measureTrial(acted(seen(cut)).sightings, step)).toMatchObject({
      reason: 'out-of-frame',
    });
  });

  it('well enough is refused for that', async () => {
    expect(await reasons(seen(unsure))).toEqual(['low-confidence', 'low-confidence']);
  });

  it('well enough for too much of the hold is refused, and not for less', async () => {
    const every = (share: number): Act => {
      let due = 0;
      return seen((pose, { share: done }) => {
        if (done > 0.95) due += share;
        if (due < 1) return pose;
        due -= 1;
        return unsure(pose);
      });
    };
    expect((await reasons(every(unsureShare + 0.05)))[1]).toBe('low-confidence');
    expect(await reasons(every(unsureShare - 0.05))).toEqual([null, null]);
  });

  it('from the side is refused, and not when it is nearly from the side', async () => {
    const from = (yaw: number): Act => ({
      ...legRaise,
      seen: (figure) => filmed(figure, { ...level, yaw }),
    });
    expect((await reasons(from(turnLimit + 2)))[1]).toBe('not-side-on');
    expect((await reasons(from(turnLimit - 2)))[1]).not.toBe('not-side-on');
    expect(await reasons(from(25))).toEqual([null, null]);
  });

  it('from the side of the leg that is raised is refused, and from its own side is not', async () => {
    const far = opposite('right');
    expect(await reasons({ ...legRaise, step: { test: 'slr', side: far } })).toEqual([
      'far-leg',
      'far-leg',
    ]);
    expect(await reasons(legRaise)).toEqual([null, null]);
  });
});

describe('wrong guesses of the model', () => {
  it('in which no leg has the length of another are not measured', () => {
    const [small, large] = [drawn(lying, { ...sheet, size: 80 }), drawn(lying)];
    const sightings = [small, large].map((pose, i) => ({ capturedAt: i * 67, pose }));
    expect(measureTrial(sightings, legRaise.step)).toMatchObject({ reason: 'low-confidence' });
  });

  it('are left out where the leg has changed its length', async () => {
    const stretched = seen((pose, { at }) => {
      if (at % 700 >= 67) return pose;
      const ankle = pose.keypoints['right-ankle'];
      const off = { ...ankle, x: ankle.x + 200, y: ankle.y + 50 };
      return { ...pose, keypoints: { ...pose.keypoints, 'right-ankle': off } };
    });
    expect(await reasons(stretched)).toEqual([null, null]);
  });
});

describe('a person who does something else', () => {
  it('than lie on the back gets no number', async () => {
    const halfUp = (figure: Figure): Pose => filmed({ ...figure, trunk: -40 }, level);
    expect((await reasons({ ...legRaise, seen: halfUp }))[0]).toBe('no-start');
  });
});
