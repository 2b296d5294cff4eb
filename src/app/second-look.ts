import { resized, type FrameSize, type Sighting } from '../core/body/pose.ts';
import { lookAgainAt } from '../core/measure/look-again.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { Frame } from '../pose/frame-source.ts';
import type { PoseEstimator } from './engine.svelte.ts';

/** Chosen: five copies a second are enough to take eleven of them evenly out of a trial. */
const everyMs = 200;

/** Chosen: a trial rarely lasts 12 s; of a longer one the oldest copies go first. */
const most = 60;

/** Chosen: the model shrinks its picture to this anyway. Longer side in pixels. */
const longestSide = 640;

/** Looks again at some frames of a trial that has ended, and gives what it saw; nothing where it cannot. */
export type LookAgain = (
  sightings: readonly Sighting[],
  step: Step,
) => Promise<readonly Sighting[]>;

interface Copy {
  readonly at: number;
  readonly size: FrameSize;
  readonly picture: ImageBitmap;
}

/**
 * Small copies of a trial's frames, in memory only and dropped as soon as the trial has been judged, and the
 * larger model that looks at some of them again. See [Note: The second look] in core.
 */
export class SecondLook {
  /** The larger model's estimator once it is loaded; null before, and where it could not be loaded. */
  readonly #estimator: () => PoseEstimator | null;
  #copies: Copy[] = [];

  constructor(estimator: () => PoseEstimator | null) {
    this.#estimator = estimator;
  }

  /** Keeps a copy of the frame if it is time for one. To be called before the frame is given away. */
  async keep({ picture, capturedAt: at }: Frame): Promise<void> {
    const last = this.#copies.at(-1);
    if (!this.#estimator() || (last && at - last.at < everyMs)) return;
    const size = { width: picture.width, height: picture.height };
    const scale = Math.min(1, longestSide / Math.max(size.width, size.height));
    const copy = await createImageBitmap(picture, {
      resizeWidth: Math.round(size.width * scale),
      resizeHeight: Math.round(size.height * scale),
      resizeQuality: 'medium',
    });
    this.#copies.push({ at, size, picture: copy });
    this.#dropWhere((_, i) => i < this.#copies.length - most);
  }

  /** What the larger model sees in the frames of a held trial; then all copies are dropped. */
  readonly look: LookAgain = async (sightings, step) => {
    const estimator = this.#estimator();
    const first = sightings[0]?.capturedAt ?? 0;
    this.#dropWhere(({ at }) => at < first);
    const times = lookAgainAt(
      sightings,
      step,
      this.#copies.map(({ at }) => at),
    );
    const wanted = this.#copies.filter(({ at }) => times.includes(at));
    this.#dropWhere(({ at }) => !times.includes(at));
    this.#copies = [];
    try {
      return estimator ? await seenIn(wanted, estimator) : [];
    } catch {
      // The first look stands by itself; its uncertainty is wider.
      return [];
    } finally {
      for (const { picture } of wanted) picture.close();
    }
  };

  /** Drops all copies. */
  drop(): void {
    this.#dropWhere(() => true);
  }

  #dropWhere(isOld: (copy: Copy, index: number) => boolean): void {
    const old = this.#copies.filter(isOld);
    for (const { picture } of old) picture.close();
    this.#copies = this.#copies.filter((copy) => !old.includes(copy));
  }
}

async function seenIn(
  copies: readonly Copy[],
  estimator: PoseEstimator,
): Promise<readonly Sighting[]> {
  estimator.reset();
  const seen: Sighting[] = [];
  for (const { picture, at, size } of copies) {
    const { pose } = await estimator.estimate({ picture, capturedAt: at });
    seen.push({ capturedAt: at, pose: pose && resized(pose, size) });
  }
  return seen;
}
