import {
  BlobSource,
  Input,
  MATROSKA,
  MP4,
  QTFF,
  VideoSampleSink,
  WEBM,
  type InputVideoTrack,
  type VideoSample,
} from 'mediabunny';
import type { FrameSize } from '../core/body/pose.ts';
import { Failure } from '../core/errors.ts';
import { abortable } from './abortable.ts';
import type { Frame, FrameSource } from './frame-source.ts';

/** Longer side of a frame, in pixels. Chosen: twice what the model is given; phones film at 3840. */
const longestSide = 1280;

/**
 * Opens a video that the person has picked (mp4, mov, webm, mkv). The file is read piece by piece, never
 * as a whole. Throws Failure('video-unreadable') for what is no video or is damaged, and
 * Failure('video-unsupported') for one that this browser cannot decode.
 */
export async function openVideo(file: Blob): Promise<FrameSource> {
  const input = new Input({
    source: new BlobSource(file),
    formats: [MP4, QTFF, WEBM, MATROSKA],
  });
  try {
    return await openInput(input);
  } catch (error) {
    input.dispose();
    throw error instanceof Failure ? error : new Failure('video-unreadable', { cause: error });
  }
}

async function openInput(input: Input): Promise<FrameSource> {
  const track = (await input.canRead()) ? await input.getPrimaryVideoTrack() : null;
  if (!track) throw new Failure('video-unreadable');
  if (!('VideoDecoder' in globalThis) || !(await track.canDecode())) {
    throw new Failure('video-unsupported', { cause: await track.getCodecParameterString() });
  }
  const endsAt = await track.computeDuration();
  return new VideoFile(input, track, await sizeOf(track), endsAt);
}

/** As it is meant to be seen: turned as the file says, with square pixels, and not too large. */
async function sizeOf(track: InputVideoTrack): Promise<FrameSize> {
  const width = await track.getDisplayWidth();
  const height = await track.getDisplayHeight();
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Every frame of a video track, in the order of the picture, with the times that the file gives. */
class VideoFile implements FrameSource {
  readonly size: FrameSize;
  readonly #input: Input;
  readonly #samples: AsyncGenerator<VideoSample, void, unknown>;
  readonly #canvas: OffscreenCanvas;
  readonly #endsAt: number;
  #progress = 0;
  #reading: Promise<Frame | null> | null = null;
  #isClosed = false;

  constructor(input: Input, track: InputVideoTrack, size: FrameSize, endsAt: number) {
    this.size = size;
    this.#input = input;
    this.#samples = new VideoSampleSink(track).samples();
    this.#canvas = new OffscreenCanvas(size.width, size.height);
    this.#endsAt = endsAt;
  }

  get progress(): number {
    return this.#progress;
  }

  async next(signal: AbortSignal): Promise<Frame | null> {
    // Kept when the wait for it is aborted, so that the next call gives that very frame.
    this.#reading ??= this.#read();
    const frame = await abortable(this.#reading, signal);
    this.#reading = null;
    return frame;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const unused = this.#reading;
    this.#reading = null;
    void unused?.then((frame) => frame?.picture.close()).catch(() => undefined);
    void this.#release();
  }

  /** Frames that were decoded ahead are let go of before the file. */
  async #release(): Promise<void> {
    await this.#samples.return().catch(() => undefined);
    this.#input.dispose();
  }

  async #read(): Promise<Frame | null> {
    try {
      const sample = this.#isClosed ? undefined : (await this.#samples.next()).value;
      if (sample && !this.#isClosed) return this.#show(sample);
      sample?.close();
      this.#progress = 1;
      return null;
    } catch (cause) {
      if (this.#isClosed) return null;
      throw new Failure('video-unreadable', { cause });
    }
  }

  #show(sample: VideoSample): Frame {
    const context = this.#canvas.getContext('2d');
    if (!context) throw new Error('This browser has no 2d canvas');
    sample.draw(context, 0, 0, this.size.width, this.size.height);
    const { timestamp, duration, microsecondTimestamp } = sample;
    sample.close();
    this.#progress = Math.min(1, (timestamp + duration) / this.#endsAt);
    return {
      picture: this.#canvas.transferToImageBitmap(),
      capturedAt: microsecondTimestamp / 1000,
    };
  }
}
