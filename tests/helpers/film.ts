import {
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  Quality,
  type Rotation,
} from 'mediabunny';

interface Film {
  readonly width: number;
  readonly height: number;
  /** Seconds at which a frame is shown. */
  readonly at: readonly number[];
  /** How far a player turns the picture, clockwise. */
  readonly rotation?: Rotation;
}

/** An mp4 video as a phone writes it. The picture is black, its left half as stored is white. */
export async function film({ width, height, at, rotation = 0 }: Film): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'black';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'white';
  context.fillRect(0, 0, width / 2, height);
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const source = new CanvasSource(canvas, { codec: 'vp9', quality: new Quality('low') });
  output.addVideoTrack(source, { rotation });
  await output.start();
  for (const [index, time] of at.entries()) {
    await source.add(time, (at[index + 1] ?? time + 0.1) - time);
  }
  await output.finalize();
  return new Blob([target.buffer!], { type: 'video/mp4' });
}
