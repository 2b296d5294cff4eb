import {
  createDetector,
  SupportedModels,
  type PoseDetector,
} from '@tensorflow-models/pose-detection';
import { dispose, loadGraphModel, zeros } from '@tensorflow/tfjs';
import type { FrameSize, Pose } from '../../core/body/pose.ts';
import type { ModelSize } from '../messages.ts';
import { poseOf } from './keypoints.ts';
import type { ModelHandlers } from './model.ts';
import { PictureReader } from './picture-reader.ts';

/**
 * Longer side of the picture that the model is given, in pixels. A picture of 1280x720 takes 50 ms like
 * this and 79 ms whole. On 40 stills of the dev set the points lie as near to the truth at 640 as at 512,
 * 448, 384 and 320 (median of all joints 7.8 px, at any of them): the model itself sees 256 x 256.
 */
const longestSide = 640;

/** Finds the body in pictures, and looks for it first where it was in the last one. */
export class BodyDetector {
  readonly #model: PoseDetector;
  readonly #reader = new PictureReader(longestSide);

  private constructor(model: PoseDetector) {
    this.#model = model;
  }

  /** Builds BlazePose out of verified weights and runs it once, so that no frame waits for that. */
  static async create(handlers: ModelHandlers, size: ModelSize): Promise<BodyDetector> {
    await warmUp(handlers);
    const model = await createDetector(SupportedModels.BlazePose, {
      runtime: 'tfjs',
      modelType: size,
      detectorModelUrl: handlers.detector,
      landmarkModelUrl: handlers.landmark,
      // Filtering is core's: a result must be read off the raw trace.
      enableSmoothing: false,
      enableSegmentation: false,
    });
    return new BodyDetector(model);
  }

  /**
   * The body in a picture, null where there is none; closes the picture. Where there is none is left to
   * pose-detection: both its networks must be surer than 0.5. In the clip of someone walking out, bodies
   * have 0.90 or more, and none of the 91 frames with nobody or only a part of them gives a pose.
   */
  async find(picture: ImageBitmap, capturedAt: number): Promise<Pose | null> {
    const frame: FrameSize = { width: picture.width, height: picture.height };
    const seen = this.#reader.read(picture);
    picture.close();
    const [found] = await this.#model.estimatePoses(seen);
    return found ? poseOf(found, seen, frame, capturedAt) : null;
  }

  /** Forgets where the body was: the next picture is searched as a whole. */
  forget(): void {
    this.#model.reset();
  }
}

/**
 * Runs each network once on an empty picture. A picture without a body would not reach the second one
 * through the detector, and what is compiled for these runs serves the detector's too.
 */
async function warmUp(handlers: ModelHandlers): Promise<void> {
  for (const [handler, side] of [
    [handlers.detector, 224],
    [handlers.landmark, 256],
  ] as const) {
    const model = await loadGraphModel(handler);
    const empty = zeros([1, side, side, 3]);
    dispose([empty, model.predict(empty)]);
    model.dispose();
  }
}
