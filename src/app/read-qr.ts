import { Failure } from '../core/errors.ts';

/**
 * The text of a QR code in a picture; null where none is seen. What reads it is loaded with the first picture. Throws
 * Failure qr-reader where that cannot be loaded.
 */
export async function readQr(picture: ImageData): Promise<string | null> {
  const { qrTextIn } = await import('../share/qr-reader.ts').catch((cause: unknown) => {
    throw new Failure('qr-reader', { cause });
  });
  return qrTextIn(picture);
}
