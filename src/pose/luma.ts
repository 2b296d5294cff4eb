import type { Luma } from '../core/coach/luma.ts';

/** Width of the copy in pixels. Chosen: a shank is still 3 of them wide with someone lying in the whole picture. */
const width = 80;

/** Shares of red, green and blue in what the eye sees as bright (ITU-R BT.601). */
const [red, green, blue] = [0.299, 0.587, 0.114];

const canvas = new OffscreenCanvas(width, width);

/** A small grey copy of a picture, which stays open. Takes about 1 ms of 1280x720 on two busy cores (measured). */
export function lumaOf(picture: ImageBitmap): Luma {
  const height = Math.max(1, Math.round((width * picture.height) / picture.width));
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no 2d canvas');
  // Without it the copy holds single pixels of the picture, and flickers with their noise.
  context.imageSmoothingQuality = 'medium';
  context.globalCompositeOperation = 'copy';
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const values = Uint8Array.from({ length: width * height }, (_, i) =>
    Math.round(
      red * (data[4 * i] as number) +
        green * (data[4 * i + 1] as number) +
        blue * (data[4 * i + 2] as number),
    ),
  );
  return { width, height, values };
}
