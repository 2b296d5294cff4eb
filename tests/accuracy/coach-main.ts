import { SetUpRun } from '../../src/app/set-up-run.ts';
import { facingOf, nearSide, sided } from '../../src/core/body/facing.ts';
import { keypoint } from '../../src/core/body/pose.ts';
import { bodyLength } from '../../src/core/coach/silhouette.ts';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import { readArguments } from './arguments.ts';
import { startBrowser } from './browser.ts';
import type { Change, Given } from './coach-page.ts';
import { readDataset, type Subject } from './dataset.ts';

/*
 * Where the set-up coach's limits lie: what it says of every picture and clip, by the camera's true yaw and the
 * light, and how far some of them can be shrunk or darkened until the model loses the body.
 *   node tests/accuracy/run.mjs coach-main [--dataset DIR]
 */

const whole: Change = { scale: 1, gain: 1 };
const shrunk = [0.6, 0.5, 0.4, 0.33, 0.27, 0.2].map((scale) => ({ scale, gain: 1 }));
const darkened = [0.4, 0.25, 0.15, 0.1, 0.05].map((gain) => ({ scale: 1, gain }));
const changedIds = /^dev_(slr_00[159]|slr_02[049]|bend_0(01|04|08|09|28)|seat_00[58])$/;

/** Whoever is filmed from no farther round than this should not be held up. Degrees. */
const honestYaw = 20;

const { dataset } = readArguments(process.argv.slice(2));
const subjects = readDataset(dataset);
const browser = await startBrowser(subjects);
try {
  const page = await browser.open('coach-page.html', 'given');
  const givenOf = async (subject: Subject, change: Change): Promise<readonly Given[]> => {
    const call = [browser.addressOf(subject), subject.kind, change] as const;
    const given = await page.evaluate(([url, kind, as]) => window.given?.(url, kind, as), call);
    if (!given) throw new Error(`The page gave nothing for ${subject.id}.`);
    return given;
  };
  const honest: string[] = [];
  for (const subject of subjects) {
    const named = problemOf(subject, await givenOf(subject, whole));
    const { camera, light } = subject.truth;
    const yaw = camera ? camera.yaw.toFixed(0) : '';
    console.log(
      `${subject.id.padEnd(28)} ${subject.kind.padEnd(6)} yaw ${yaw.padStart(4)} light ${(light ?? '').padEnd(7)} ${named}`,
    );
    if (camera && Math.abs(camera.yaw) <= honestYaw) honest.push(named);
  }
  const turned = honest.filter((named) => named === 'not-side-on').length;
  console.log(
    `Of ${honest.length} filmed from ${honestYaw} degrees or less, ${turned} are asked to turn side-on`,
  );
  for (const subject of subjects.filter(({ id }) => changedIds.test(id))) {
    for (const change of [...shrunk, ...darkened]) {
      const { scale, gain } = change;
      const given = await givenOf(subject, change);
      console.log(
        `${subject.id} scale ${scale.toFixed(2)} gain ${gain.toFixed(2)} ${found(subject, given, change)}`,
      );
    }
  }
} finally {
  await browser.close();
}

/** What the coach says after the frames, given twice over so that a problem lasts. */
function problemOf({ step }: Subject, given: readonly Given[]): string {
  const run = new SetUpRun(step, () => false);
  for (const [i, { sighting, luma }] of [...given, ...given].entries()) {
    const at = i * 200;
    const pose = sighting.pose && { ...sighting.pose, capturedAt: at };
    run.take({ capturedAt: at, pose }, { ...luma, values: Uint8Array.from(luma.values) });
  }
  return run.view.problem ?? 'good';
}

/** How large and how bright the body appears, and how far off its joints are, as shares of its length. */
function found({ step, truth }: Subject, given: readonly Given[], { scale }: Change): string {
  const last = given.at(-1);
  const values = last?.luma.values ?? [];
  const brightness = values.reduce((sum, value) => sum + value, 0) / values.length / 255;
  if (!last?.sighting.pose) return `brightness ${brightness.toFixed(3)} nobody`;
  const facing = facingOf(last.sighting.pose, protocolOf(step.test).posture);
  const pose = sided(last.sighting.pose, facing);
  const near = nearSide(facing);
  const { width, height } = pose.frame;
  const length = bodyLength(pose, facing);
  const errors = (['shoulder', 'hip', 'knee', 'ankle'] as const).map((joint) => {
    const [x = 0, y = 0] = truth.joints_2d_px?.[`${joint}_${near.charAt(0)}`] ?? [];
    const seen = keypoint(pose, near, joint);
    const off = Math.hypot(
      seen.x - width / 2 - (x - width / 2) * scale,
      seen.y - height / 2 - (y - height / 2) * scale,
    );
    return (off / length).toFixed(2);
  });
  const share = length / Math.max(width, height);
  return `brightness ${brightness.toFixed(3)} length ${share.toFixed(2)} errors ${errors.join(' ')}`;
}
