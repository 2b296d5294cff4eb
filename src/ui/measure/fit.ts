import type { FrameSize } from '../../core/body/pose.ts';

/**
 * How much of the picture may be hidden so that it fills the stage. Chosen: a 4:3 camera fills a 16:10
 * screen; beyond that, seeing the whole body matters more than filling the screen.
 */
const hiddenLimit = 0.2;

/** How a picture lies on the stage: stage = picture * scale + offset, in CSS pixels. */
export interface Fit {
  readonly mode: 'cover' | 'contain';
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The largest fit that hides little of the picture, centred. */
export function fitOf(picture: FrameSize, stage: FrameSize): Fit {
  const across = stage.width / picture.width;
  const down = stage.height / picture.height;
  const shown = Math.min(across, down) / Math.max(across, down);
  const mode = 1 - shown <= hiddenLimit ? 'cover' : 'contain';
  const scale = mode === 'cover' ? Math.max(across, down) : Math.min(across, down);
  return {
    mode,
    scale,
    x: (stage.width - picture.width * scale) / 2,
    y: (stage.height - picture.height * scale) / 2,
  };
}
