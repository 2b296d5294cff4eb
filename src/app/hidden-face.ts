import type { Disc } from '../core/body/head.ts';

/** Chosen: a face of four by four squares is nobody's; of eight by eight some could be told. */
const squares = 4;

/**
 * A copy of a picture in which a disc (in the picture's pixels) is four by four squares of their mean colours:
 * what they hid cannot be brought back. The rest is as it was.
 */
export function withHiddenFace(picture: ImageBitmap, { centre, radius }: Disc): OffscreenCanvas {
  const [canvas, context] = canvasOf(picture.width, picture.height);
  context.drawImage(picture, 0, 0);
  const size = 2 * Math.ceil(radius);
  const [left, top] = [Math.round(centre.x - size / 2), Math.round(centre.y - size / 2)];
  const coarse = halved(canvas, left, top, size);
  context.beginPath();
  context.arc(centre.x, centre.y, radius, 0, 2 * Math.PI);
  context.clip();
  context.imageSmoothingEnabled = false;
  context.drawImage(coarse, 0, 0, squares, squares, left, top, size, size);
  return canvas;
}

/** The square of the picture, shrunk by halves: each square is the mean of all that it covers. */
function halved(picture: OffscreenCanvas, x: number, y: number, size: number): OffscreenCanvas {
  const steps = Math.max(0, Math.ceil(Math.log2(size / squares)));
  const first = squares * 2 ** steps;
  const [canvas, context] = canvasOf(first, first);
  // Where the square leaves the picture there would be nothing to take the mean of.
  context.drawImage(picture, 0, 0, first, first);
  context.drawImage(picture, x, y, size, size, 0, 0, first, first);
  for (let now = first; now > squares; now /= 2) {
    context.drawImage(canvas, 0, 0, now, now, 0, 0, now / 2, now / 2);
  }
  return canvas;
}

function canvasOf(
  width: number,
  height: number,
): [OffscreenCanvas, OffscreenCanvasRenderingContext2D] {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('A canvas gave no context');
  return [canvas, context];
}
