import type { FrameSize } from '../../core/body/pose.ts';

/** Draws pictures as small as a model wants them and gives their pixels. */
export class PictureReader {
  readonly #longestSide: number;
  readonly #canvas = new OffscreenCanvas(1, 1);

  /** `longestSide`: of what it gives, in pixels; smaller pictures keep their size. */
  constructor(longestSide: number) {
    this.#longestSide = longestSide;
  }

  /** The picture's pixels, where asked for with left and right exchanged. */
  read(picture: ImageBitmap, isMirrored = false): ImageData {
    const { width, height } = this.#sizeFor(picture);
    // Setting a canvas's size clears and allocates it anew, also to the same size.
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('This worker has no 2d canvas');
    // The last picture must not shine through a transparent one.
    context.globalCompositeOperation = 'copy';
    context.setTransform(isMirrored ? -1 : 1, 0, 0, 1, isMirrored ? width : 0, 0);
    context.drawImage(picture, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  }

  #sizeFor(frame: FrameSize): FrameSize {
    const scale = Math.min(1, this.#longestSide / Math.max(frame.width, frame.height));
    return {
      width: Math.max(1, Math.round(frame.width * scale)),
      height: Math.max(1, Math.round(frame.height * scale)),
    };
  }
}
