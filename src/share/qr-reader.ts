import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import reader from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { Failure } from '../core/errors.ts';

/** What reads codes is served with the app, and loaded with the first picture: it is a megabyte. */
prepareZXingModule({ overrides: { locateFile: () => reader } });

/** The text of a QR code in a picture; null where none is seen. Throws Failure qr-reader where the reader did not load. */
export async function qrTextIn(picture: ImageData): Promise<string | null> {
  try {
    const [found] = await readBarcodes(picture, {
      formats: ['QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: 1,
    });
    return found?.isValid === true && found.text !== '' ? found.text : null;
  } catch (cause) {
    throw new Failure('qr-reader', { cause });
  }
}
