import type { Moment, Spectator } from '../../app/check.svelte.ts';
import type { FrameSize } from '../../core/body/pose.ts';
import { drawBody, type Palette } from './body-drawing.ts';
import { fitOf } from './fit.ts';

/** Beyond this a sharper line cannot be seen from where the person is, but costs time. */
const densityLimit = 2;

/**
 * Paints the stage: each frame together with the body that was found in that very frame, so that the
 * skeleton never trails behind. Two canvases, one for the picture at its own size, one for the lines.
 */
export class Painter implements Spectator {
  readonly #picture: HTMLCanvasElement;
  readonly #lines: HTMLCanvasElement;
  readonly #front: ImageBitmapRenderingContext;
  readonly #pen: CanvasRenderingContext2D;
  readonly #palette: Palette;
  readonly #onpaint: () => void;
  #back: OffscreenCanvas | null = null;
  /** What was painted last. */
  #last: { readonly moment: Moment; readonly frame: FrameSize } | null = null;

  /** `onpaint` is called after each painting. */
  constructor(picture: HTMLCanvasElement, lines: HTMLCanvasElement, onpaint: () => void) {
    this.#picture = picture;
    this.#lines = lines;
    this.#onpaint = onpaint;
    const front = picture.getContext('bitmaprenderer');
    const pen = lines.getContext('2d');
    if (front === null || pen === null) throw new Error('A canvas gave no context');
    this.#front = front;
    this.#pen = pen;
    const style = getComputedStyle(lines);
    this.#palette = {
      line: style.getPropertyValue('--stage-line'),
      warning: style.getPropertyValue('--stage-warn'),
      joint: style.getPropertyValue('--stage'),
    };
  }

  arrived(picture: ImageBitmap): void {
    const { width, height } = picture;
    if (this.#back?.width !== width || this.#back.height !== height) {
      this.#back = new OffscreenCanvas(width, height);
      // A bitmap is stretched to its canvas, which is 300 x 150 if it is not told otherwise.
      this.#picture.width = width;
      this.#picture.height = height;
    }
    this.#back.getContext('2d')?.drawImage(picture, 0, 0);
  }

  understood(moment: Moment): void {
    if (this.#back === null) return;
    const frame = { width: this.#back.width, height: this.#back.height };
    this.#front.transferFromImageBitmap(this.#back.transferToImageBitmap());
    this.#last = { moment, frame };
    this.#draw(moment, frame);
    this.#onpaint();
  }

  /** Fits what was painted last to a stage whose size has changed: in a pause no frame comes that would. */
  refit(): void {
    if (this.#last !== null) this.#draw(this.#last.moment, this.#last.frame);
  }

  #draw(moment: Moment, frame: FrameSize): void {
    const { clientWidth: width, clientHeight: height } = this.#lines;
    const density = Math.min(devicePixelRatio, densityLimit);
    const fit = fitOf(frame, { width, height });
    this.#picture.style.objectFit = fit.mode;
    // Setting the size also wipes the canvas.
    this.#lines.width = width * density;
    this.#lines.height = height * density;
    this.#pen.scale(density, density);
    drawBody(this.#pen, moment, fit, this.#palette, Math.max(4, Math.min(width, height) / 100));
  }
}
