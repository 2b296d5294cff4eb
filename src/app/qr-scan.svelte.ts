import { Failure, type FailureCode } from '../core/errors.ts';
import type { CameraFrames } from './frame-supply.ts';
import { pixelsOf, pictureIn } from './picture-pixels.ts';

/** What scanning needs of the outside world. */
export interface QrScanParts {
  /** Opens a camera. Throws a Failure. */
  readonly openCamera: () => Promise<CameraFrames>;
  /** The text of a QR code in a picture; null where none is seen. Throws Failure qr-reader. */
  readonly read: (picture: ImageData) => Promise<string | null>;
  /** Gets the text of the first code that is seen; the camera is off by then. */
  readonly onseen: (text: string) => void;
}

/** Looks for a QR code before the camera, or in a picture. No picture is kept. */
export class QrScan {
  readonly #parts: QrScanParts;
  #stream: MediaStream | null = $state.raw(null);
  #failure: FailureCode | null = $state.raw(null);
  #isReading = $state.raw(false);
  /** Ends the look through the camera; null while there is none. */
  #end: AbortController | null = null;

  constructor(parts: QrScanParts) {
    this.#parts = parts;
  }

  /** What the camera sees; null while it is off. */
  get stream(): MediaStream | null {
    return this.#stream;
  }

  /** Why the last wish could not be met; null where it was. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  /** Whether a picture is being looked through. */
  get isReading(): boolean {
    return this.#isReading;
  }

  /** Turns the camera on, and looks until a code is seen or it is stopped. */
  async look(): Promise<void> {
    this.stop();
    const end = new AbortController();
    this.#end = end;
    this.#failure = null;
    let camera: CameraFrames | null = null;
    try {
      camera = await this.#parts.openCamera();
      if (end.signal.aborted) return;
      this.#stream = camera.stream;
      const text = await this.#seenBy(camera, end.signal);
      if (text === null) return;
      camera.close();
      camera = null;
      this.stop();
      this.#parts.onseen(text);
    } catch (error) {
      if (!end.signal.aborted) this.#fail(error);
    } finally {
      camera?.close();
      if (this.#end === end) this.stop();
    }
  }

  /** Looks for a code in a picture file. */
  async readFile(file: Blob): Promise<void> {
    this.stop();
    this.#failure = null;
    this.#isReading = true;
    try {
      const picture = await pictureIn(file);
      const text = await this.#parts.read(pixelsOf(picture));
      picture.close();
      if (text === null) throw new Failure('qr-unseen');
      this.#parts.onseen(text);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isReading = false;
    }
  }

  /** Turns the camera off. */
  stop(): void {
    this.#end?.abort();
    this.#end = null;
    this.#stream = null;
  }

  /** What the first code says; null where the camera ended or was turned off. */
  async #seenBy(camera: CameraFrames, signal: AbortSignal): Promise<string | null> {
    for (;;) {
      const frame = await camera.next(signal);
      if (frame === null) return null;
      const pixels = pixelsOf(frame.picture);
      frame.picture.close();
      const text = await this.#parts.read(pixels);
      if (signal.aborted) return null;
      if (text !== null) return text;
    }
  }

  #fail(error: unknown): void {
    if (!(error instanceof Failure)) throw error;
    this.#failure = error.code;
  }
}
