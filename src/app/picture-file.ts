import { headOf } from '../core/body/head.ts';
import { pointsOf, type HeldMoment } from '../core/measure/held.ts';
import type { KeptPicture } from '../store/pictures.ts';
import { withHiddenFace } from './hidden-face.ts';

/** Chosen: joints can be placed in it as in the original; some 40 kB for a picture of 640 x 480. */
const quality = 0.85;

/** The picture with the face of the body in it hidden. */
export function withoutFace(picture: ImageBitmap, { outline }: HeldMoment): OffscreenCanvas {
  return withHiddenFace(picture, headOf(pointsOf({ outline, frame: picture })));
}

/** A picture as the bytes of a JPEG file. */
export async function fileOf(
  picture: ImageBitmap | OffscreenCanvas,
): Promise<Pick<KeptPicture, 'type' | 'bytes'>> {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  const type = 'image/jpeg';
  const file = await canvas.convertToBlob({ type, quality });
  return { type, bytes: await file.arrayBuffer() };
}

/** The picture in a kept file; null where it cannot be read. */
export function pictureIn({ bytes, type }: KeptPicture): Promise<ImageBitmap | null> {
  return createImageBitmap(new Blob([bytes], { type })).catch(() => null);
}
