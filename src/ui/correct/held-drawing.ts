import type { Landmark } from '../../core/body/pose.ts';
import type { Vector } from '../../core/geometry/vector.ts';
import { arcBetween, bonesBetween } from '../../core/measure/arc.ts';
import { pointsOf, type HeldMoment } from '../../core/measure/held.ts';
import { drawLines } from '../measure/body-drawing.ts';

/** Beyond this a sharper line cannot be seen. */
const densityLimit = 2;

/** A picture that can be drawn. */
export type Picture = ImageBitmap | OffscreenCanvas;

/** Draws the picture over the whole canvas, at the picture's own size. */
export function drawPicture(canvas: HTMLCanvasElement, picture: Picture): void {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
}

/** Draws bones, joints and the measured angle over the whole canvas, which is `width` CSS pixels wide. */
export function drawHeld(canvas: HTMLCanvasElement, held: HeldMoment, width: number): void {
  const density = Math.min(devicePixelRatio, densityLimit);
  // Setting the size also wipes the canvas.
  canvas.width = width * density;
  canvas.height = (canvas.width * held.frame.height) / held.frame.width;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('A canvas gave no context');
  pen.scale(density, density);
  const style = getComputedStyle(canvas);
  const palette = {
    line: style.getPropertyValue('--stage-line'),
    joint: style.getPropertyValue('--stage'),
  };
  const { keypoints } = pointsOf(held);
  const at = (landmark: Landmark): Vector => keypoints[`${held.side}-${landmark}`];
  const arc = arcBetween(at, held.test, held.facing, held.rest);
  const fit = { scale: width / held.frame.width, x: 0, y: 0 };
  drawLines(pen, { bones: bonesBetween(at), arc }, fit, palette, Math.max(2, width / 250));
}

/** Draws what lies about a place (shares of the picture) `zoom` times as large, with a cross on the place. */
export function drawMagnified(
  canvas: HTMLCanvasElement,
  picture: Picture,
  place: Vector,
  zoom: number,
): void {
  const { clientWidth: size } = canvas;
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('A canvas gave no context');
  const part = size / zoom;
  const [x, y] = [place.x * picture.width, place.y * picture.height];
  pen.drawImage(picture, x - part / 2, y - part / 2, part, part, 0, 0, size, size);
  pen.strokeStyle = getComputedStyle(canvas).getPropertyValue('--stage-line');
  pen.lineWidth = 2;
  const [middle, gap] = [size / 2, size / 12];
  for (const [across, down] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    pen.beginPath();
    pen.moveTo(middle + across * gap, middle + down * gap);
    pen.lineTo(middle + across * 3 * gap, middle + down * 3 * gap);
    pen.stroke();
  }
}
