import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from '@playwright/test';
import { chromiumLaunch } from './chromium.mjs';

const root = join(import.meta.dirname, '../..');

/** The clips of tests/fixtures/clips. */
export const clips = [
  'slr_right',
  'bend',
  'slr_bad_knee',
  'walk_out',
  'dev_slr_03',
  'dev_slr_10',
  'dev_ake_02',
] as const;

/** The name of one of them. */
export type Clip = (typeof clips)[number];

/** The clips of tests/fixtures/setups: each a set-up with one fault. */
export const setUps = ['dark', 'back_lit', 'half_out', 'two_people', 'far_away', 'turned'] as const;

/** The name of one of them. */
export type SetUpClip = (typeof setUps)[number];

/** Where a clip's video is: to be picked as a file. */
export function clipPath(clip: Clip | SetUpClip): string {
  const folder = setUps.some((setUp) => setUp === clip) ? 'setups' : 'clips';
  return join(root, 'tests/fixtures', folder, `${clip}.webm`);
}

/**
 * Where the clip is kept as Motion JPEG, the one compressed form that Chromium's fake camera plays. Named
 * after the video's content; written there before the tests by write-fake-cameras.ts.
 */
export function fakeCameraPath(clip: Clip | SetUpClip): string {
  const version = createHash('sha256')
    .update(readFileSync(clipPath(clip)))
    .digest('hex');
  return join(root, 'node_modules/.cache/limber/camera', `${clip}-${version.slice(0, 12)}.mjpeg`);
}

/**
 * For `test.use` at the top of a spec: a browser whose camera plays the clip over and over from its start,
 * and a person who has allowed the camera; with `permissions: []` beside it, one who has not.
 */
export function cameraShowing(
  clip: Clip | SetUpClip,
): Pick<PlaywrightTestOptions, 'permissions'> & Pick<PlaywrightWorkerOptions, 'launchOptions'> {
  return cameraPlaying(fakeCameraPath(clip));
}

/** For `test.use`: a camera that plays a film of Motion JPEG or raw frames over and over. */
export function cameraPlaying(path: string): ReturnType<typeof cameraShowing> {
  return {
    permissions: ['camera'],
    launchOptions: launchWith(
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${path}`,
    ),
  };
}

/**
 * What a person does in a whole check, as the camera sees it: bends, lies down with the left side near, turns
 * round. A clip does not wait, so each part has two repetitions more than are asked for, practice and all; the last
 * has three, as nobody waits for the film to end.
 */
export const wholeCheck: readonly (readonly [Clip, number])[] = [
  ['bend', 5],
  ['dev_slr_03', 7],
  ['slr_right', 7],
];

/** Where the whole check is kept as Motion JPEG: the frames of its clips one after the other. */
export const wholeCheckPath = join(root, 'node_modules/.cache/limber/camera/whole-check.mjpeg');

/** For `test.use`: a camera before which someone does a whole check. */
export function cameraShowingWholeCheck(): ReturnType<typeof cameraShowing> {
  return cameraPlaying(wholeCheckPath);
}

/** For `test.use`: a machine without a camera. A container has none, a laptop's own is switched off. */
export const cameraMissing = {
  permissions: ['camera'],
  launchOptions: launchWith('--use-fake-device-for-media-stream=device-count=0'),
};

function launchWith(...flags: readonly string[]): PlaywrightWorkerOptions['launchOptions'] {
  const launch = chromiumLaunch();
  return { ...launch, args: [...launch.args, ...flags] };
}
