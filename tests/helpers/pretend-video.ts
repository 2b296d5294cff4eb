import type { FrameTimes } from '../../src/pose/frame-clock.ts';

/** A playing video of which the test says when a frame is shown. */
export function pretendVideo() {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 48;
  // A canvas without a context has no picture.
  canvas.getContext('2d');
  let waiting: VideoFrameRequestCallback | null = null;
  const video = Object.assign(canvas, {
    videoWidth: canvas.width,
    videoHeight: canvas.height,
    requestVideoFrameCallback(callback: VideoFrameRequestCallback) {
      waiting = callback;
      return 0;
    },
  });
  return {
    video: video as unknown as HTMLVideoElement,
    show: (times: FrameTimes) => {
      const callback = waiting;
      waiting = null;
      callback?.(0, times as VideoFrameCallbackMetadata);
    },
  };
}
