import { resized, type FrameSize, type Sighting } from '../core/body/pose.ts';
import type { Survey } from '../core/body/survey.ts';
import { heldMoment, type HeldMoment } from '../core/measure/held.ts';
import { lookAgainAt, surveyAt } from '../core/measure/look-again.ts';
import { nothingSeen, type SecondSight } from '../core/measure/second-look.ts';
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
export type LookAgain = (sightings: readonly Sighting[], step: Step) => Promise<SecondSight>;

/** The picture of the frame that stands for a trial's hold, and what it showed. Whoever has it closes it. */
export interface HeldPicture {
  readonly picture: ImageBitmap;
  readonly moment: HeldMoment;
}

interface Copy {
  readonly at: number;
  readonly size: FrameSize;
  readonly picture: ImageBitmap;
}

/**
 * Small copies of a trial's frames, in memory only and dropped as soon as the trial has been judged, but for
 * the one of its hold; and the larger model that looks at some of them again. See [Note: The second look] in
 * core.
 */
export class SecondLook {
  /** The larger model's estimator once it is loaded; null before, and where it could not be loaded. */
  readonly #estimator: () => PoseEstimator | null;
  #copies: Copy[] = [];
  #held: HeldPicture | null = null;

  constructor(estimator: () => PoseEstimator | null) {
    this.#estimator = estimator;
  }

  /** Keeps a copy of the frame if it is time for one. To be called before the frame is given away. */
  async keep({ picture, capturedAt: at }: Frame): Promise<void> {
    const last = this.#copies.at(-1);
    // A video is read from its start again for the next step.
    if (last && at < last.at) this.#dropWhere(() => true);
    else if (last && at - last.at < everyMs) return;
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

  /** What the larger model sees in the frames of a held trial; then all copies but that of the hold are dropped. */
  readonly look: LookAgain = async (sightings, step) => {
    this.takeHeld()?.picture.close();
    const first = sightings[0]?.capturedAt ?? 0;
    this.#dropWhere(({ at }) => at < first);
    const kept = this.#copies.map(({ at }) => at);
    const at = heldMoment(sightings, step, kept)?.at;
    const copy = this.#copies.find((one) => one.at === at);
    // The estimator keeps what it is given, and this one has to stay.
    const picture = copy ? await createImageBitmap(copy.picture) : null;
    const second = await this.#lookAt(kept, sightings, step);
    const moment = at === undefined ? null : heldMoment(sightings, step, [at], second.sightings);
    if (picture && moment) this.#held = { picture, moment };
    else picture?.close();
    return second;
  };

  /** The hold of the trial that was looked at last, given away; null where it has none, or was taken. */
  takeHeld(): HeldPicture | null {
    const held = this.#held;
    this.#held = null;
    return held;
  }

  /** Drops all copies. */
  drop(): void {
    this.#dropWhere(() => true);
    this.takeHeld()?.picture.close();
  }

  async #lookAt(
    kept: readonly number[],
    sightings: readonly Sighting[],
    step: Step,
  ): Promise<SecondSight> {
    const estimator = this.#estimator();
    if (!estimator) {
      this.#dropWhere(() => true);
      return nothingSeen;
    }
    const again = lookAgainAt(sightings, step, kept);
    const all = surveyAt(sightings, step, kept);
    const isWanted = ({ at }: Copy): boolean => again.includes(at) || all.includes(at);
    const wanted = this.#copies.filter(isWanted);
    this.#dropWhere((copy) => !isWanted(copy));
    this.#copies = [];
    // Where one of them fails, the first look stands by itself; its uncertainty is wider.
    const surveys = await orNothing(surveysOf(copiesAt(wanted, all), estimator));
    const seen = await orNothing(seenIn(copiesAt(wanted, again), estimator));
    for (const { picture } of wanted) picture.close();
    return { sightings: seen, surveys };
  }

  #dropWhere(isOld: (copy: Copy, index: number) => boolean): void {
    const old = this.#copies.filter(isOld);
    for (const { picture } of old) picture.close();
    this.#copies = this.#copies.filter((copy) => !old.includes(copy));
  }
}

function copiesAt(copies: readonly Copy[], times: readonly number[]): readonly Copy[] {
  return copies.filter(({ at }) => times.includes(at));
}

function orNothing<T>(looking: Promise<readonly T[]>): Promise<readonly T[]> {
  return looking.catch(() => []);
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

async function surveysOf(
  copies: readonly Copy[],
  estimator: PoseEstimator,
): Promise<readonly Survey[]> {
  const surveys: Survey[] = [];
  for (const { picture, at } of copies) {
    // The estimator keeps what it is given, and the copy may be looked at again.
    const own = await createImageBitmap(picture);
    surveys.push(...(await estimator.survey({ picture: own, capturedAt: at })));
  }
  return surveys;
}
