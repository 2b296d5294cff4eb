import type { FrameSize } from '../core/body/pose.ts';

/** One picture to be looked at. Whoever holds it closes the picture or gives it away. */
export interface Frame {
  readonly picture: ImageBitmap;
  /** Milliseconds, the frame's own time: a camera's on the page's clock, a video's from its start. */
  readonly capturedAt: number;
}

/** Where frames come from. */
export interface FrameSource {
  /** Pixels of the frames it gives. A camera's may change when a phone is turned. */
  readonly size: FrameSize;
  /** How much of a video has been given, 0 to 1; null for a camera, whose frames do not end. */
  readonly progress: number | null;
  /**
   * The next frame. A camera gives the newest frame not yet given, a video the very next one. Null when
   * the frames have ended or the source is closed. One call at a time. Throws a Failure, and the
   * signal's reason when it is aborted; no frame is lost to that.
   */
  next(signal: AbortSignal): Promise<Frame | null>;
  /** Lets go of the camera or the file. */
  close(): void;
}
