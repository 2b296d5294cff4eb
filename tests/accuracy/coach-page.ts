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
  readonly luma: { readonly width: number; readonly height: number; readonly values: number[] };
}

declare global {
  interface Window {
    /**
     * The frames of a file up to `untilMs`, shrunk to `scale` before a blurred copy of themselves; a still picture
     * is looked at twice.
     */
    given?: (
      url: string,
      kind: 'still' | 'trial',
      untilMs: number,
      scale: number,
    ) => Promise<Given[]>;
  }
}

const estimator = new Estimator();
await estimator.load(() => undefined);

window.given = async (url, kind, untilMs, scale) => {
  const file = await (await fetch(url)).blob();
  estimator.reset();
  const seen: Given[] = [];
  const look = async (picture: ImageBitmap, capturedAt: number): Promise<void> => {
    const shrunk = scale === 1 ? picture : smaller(picture, scale);
    const { width, height, values } = lumaOf(shrunk);
    const sighting = await estimator.estimate({ picture: shrunk, capturedAt });
    seen.push({ sighting, luma: { width, height, values: [...values] } });
  };
  if (kind === 'still') {
    for (const at of [0, 66]) await look(await createImageBitmap(file), at);
    return seen;
  }
  const source = await openVideo(file);
  let number = 0;
  const never = new AbortController().signal;
  for (let frame = await source.next(never); frame; frame = await source.next(never)) {
    if (frame.capturedAt >= untilMs) {
      frame.picture.close();
      break;
    }
    if (number++ % 3 === 0) await look(frame.picture, frame.capturedAt);
    else frame.picture.close();
  }
  source.close();
  return seen;
};

/** The picture at a smaller scale in the middle of a blurred copy of itself. */
function smaller(picture: ImageBitmap, scale: number): ImageBitmap {
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2d canvas');
  context.filter = 'blur(40px)';
  context.drawImage(picture, 0, 0);
  context.filter = 'none';
  const [across, down] = [width * scale, height * scale];
  context.drawImage(picture, (width - across) / 2, (height - down) / 2, across, down);
  picture.close();
  return canvas.transferToImageBitmap();
}
