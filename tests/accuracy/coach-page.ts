import type { Sighting } from '../../src/core/body/pose.ts';
import { Estimator } from '../../src/pose/estimator.ts';
import { lumaOf } from '../../src/pose/luma.ts';
import { openVideo } from '../../src/pose/video-file.ts';

/*
 * What the set-up coach is given of a file: poses of the shipped model and small grey pictures. Opened by the
 * coach's run in a real browser.
 */

/** One frame as the coach gets it; the grey picture as plain numbers, to cross over to Node. */
export interface Given {
  readonly sighting: Sighting;
  readonly luma: {
    readonly width: number;
    readonly height: number;
    readonly values: readonly number[];
  };
}

/** How a picture is changed before it is looked at: made smaller before a blurred copy of itself, and darker. */
export interface Change {
  readonly scale: number;
  readonly gain: number;
}

declare global {
  interface Window {
    /** Every third frame of a clip's start position, or a still picture seen four times. */
    given?: (url: string, kind: 'still' | 'trial', change: Change) => Promise<readonly Given[]>;
  }
}

/** All trials rest for longer than this. Milliseconds. */
const restMs = 1250;

const estimator = new Estimator();
await estimator.load(() => undefined);

window.given = async (url, kind, change) => {
  const file = await (await fetch(url)).blob();
  estimator.reset();
  const seen: Given[] = [];
  const look = async (whole: ImageBitmap, capturedAt: number): Promise<void> => {
    const picture = changed(whole, change);
    const { width, height, values } = lumaOf(picture);
    const sighting = await estimator.estimate({ picture, capturedAt });
    seen.push({ sighting, luma: { width, height, values: [...values] } });
  };
  if (kind === 'still') {
    for (const at of [0, 200, 400, 600]) await look(await createImageBitmap(file), at);
    return seen;
  }
  const source = await openVideo(file);
  const never = new AbortController().signal;
  let number = 0;
  for (let frame = await source.next(never); frame; frame = await source.next(never)) {
    const isRest = frame.capturedAt < restMs;
    if (isRest && number++ % 3 === 0) await look(frame.picture, frame.capturedAt);
    else frame.picture.close();
    if (!isRest) break;
  }
  source.close();
  return seen;
};

function changed(picture: ImageBitmap, { scale, gain }: Change): ImageBitmap {
  if (scale === 1 && gain === 1) return picture;
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2d canvas');
  const [across, down] = [width * scale, height * scale];
  context.filter = `blur(40px) brightness(${gain})`;
  if (scale < 1) context.drawImage(picture, 0, 0);
  context.filter = `brightness(${gain})`;
  context.drawImage(picture, (width - across) / 2, (height - down) / 2, across, down);
  picture.close();
  return canvas.transferToImageBitmap();
}
