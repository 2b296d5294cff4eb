import { createDetector, movenet, SupportedModels } from '@tensorflow-models/pose-detection';
import type { PoseDetector } from '@tensorflow-models/pose-detection';
import { dispose, loadGraphModel, zeros, type io } from '@tensorflow/tfjs';
import type { Survey } from '../../core/body/survey.ts';
import { bodyOf } from './keypoints.ts';
import { PictureReader } from './picture-reader.ts';

/**
 * Longer side of the picture that the model is given, in pixels; its own default. At 320 it finds as many second
 * people for half as much time again, at 384 it begins to see ones that are not there
 * (models/movenet-multipose.md).
 */
const longestSide = 256;

/** The model's own least score; core judges by its own. Chosen: below everything that is ever judged. */
const leastScore = 0.1;

/** Finds all bodies in a picture, roughly. */
export class Surveyor {
  readonly #model: PoseDetector;
  readonly #reader = new PictureReader(longestSide);

  private constructor(model: PoseDetector) {
    this.#model = model;
  }

  /** Builds MoveNet MultiPose out of verified weights and runs it once, so that no picture waits for that. */
  static async create(handler: io.IOHandler): Promise<Surveyor> {
    const graph = await loadGraphModel(handler);
    const empty = zeros([1, longestSide, longestSide, 3], 'int32');
    dispose([empty, graph.execute(empty)]);
    graph.dispose();
    const model = await createDetector(SupportedModels.MoveNet, {
      modelType: movenet.modelType.MULTIPOSE_LIGHTNING,
      modelUrl: handler,
      multiPoseMaxDimension: longestSide,
      minPoseScore: leastScore,
      enableSmoothing: false,
      enableTracking: false,
    });
    return new Surveyor(model);
  }

  /**
   * Two surveys of a picture, of which the second sees it mirrored: each finds people that the other misses.
   * Closes the picture.
   */
  async survey(picture: ImageBitmap, capturedAt: number): Promise<readonly Survey[]> {
    const views = [this.#reader.read(picture), this.#reader.read(picture, true)];
    picture.close();
    const surveys: Survey[] = [];
    for (const [i, seen] of views.entries()) {
      const found = await this.#model.estimatePoses(seen);
      surveys.push({ capturedAt, bodies: found.map((pose) => bodyOf(pose, seen, i === 1)) });
    }
    return surveys;
  }
}
