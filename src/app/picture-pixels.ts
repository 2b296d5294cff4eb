import { Failure } from '../core/errors.ts';

/** Pixels along the longer side; chosen: a QR code of 129 modules on half of it has eight for each. */
const longest = 2048;

/** A picture file as a bitmap, larger ones made smaller. Throws Failure qr-picture for what is no picture. */
export async function pictureIn(file: Blob): Promise<ImageBitmap> {
  try {
    const whole = await createImageBitmap(file);
    const scale = longest / Math.max(whole.width, whole.height);
    if (scale >= 1) return whole;
    const small = await createImageBitmap(whole, {
      resizeWidth: Math.max(1, Math.round(whole.width * scale)),
      resizeHeight: Math.max(1, Math.round(whole.height * scale)),
      resizeQuality: 'high',
    });
    whole.close();
    return small;
  } catch (cause) {
    throw new Failure('qr-picture', { cause });
  }
}

/** The pixels of a bitmap, on white where it is transparent. */
export function pixelsOf(picture: ImageBitmap): ImageData {
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  // Every browser that has a 2d canvas gives the first context of one that is asked for.
  if (canvas === null) throw new Failure('qr-reader');
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, width, height);
  canvas.drawImage(picture, 0, 0);
  return canvas.getImageData(0, 0, width, height);
}
