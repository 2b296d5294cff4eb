import { Failure } from '../core/errors.ts';
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

/** Looks again at some frames of a trial. */
export interface LookAgain {
  /** The trial has been held for long enough: looks at it as it is so far, while the person returns. */
  begin(sightings: readonly Sighting[], step: Step): void;
  /** What is seen in a trial that has ended after a hold; nothing where it cannot be looked at. */
  look(sightings: readonly Sighting[], step: Step): Promise<SecondSight>;
}

/** The picture of the frame that stands for a trial's hold, and what it showed. Whoever has it closes it. */
export interface HeldPicture {
  readonly picture: ImageBitmap;
  readonly moment: HeldMoment;
}

interface Timed {
  readonly capturedAt: number;
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
export class SecondLook implements LookAgain {
  /** The larger model's estimator once it is loaded; null before, and where it could not be loaded. */
  readonly #estimator: () => PoseEstimator | null;
  readonly #onlost: () => void;
  #copies: Copy[] = [];
  #held: HeldPicture | null = null;
  /** The look that is under way: the model answers one question at a time. */
  #looking: Promise<unknown> = Promise.resolve();
  /** What is seen of the trial that is not over yet. */
  #begun: Promise<SecondSight> | null = null;

  /** `onlost` is told when the larger model has failed for good; a trial is then measured without it. */
  constructor(estimator: () => PoseEstimator | null, onlost: () => void = () => undefined) {
    this.#estimator = estimator;
    this.#onlost = onlost;
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

  begin(sightings: readonly Sighting[], step: Step): void {
    const begun = this.#looking
      .then(() => this.#sightOf(sightings, step, nothingSeen))
      .catch(() => nothingSeen);
    this.#begun = begun;
    this.#looking = begun;
  }

  /** As it says; then all copies but that of the hold are dropped. */
  async look(sightings: readonly Sighting[], step: Step): Promise<SecondSight> {
    this.takeHeld()?.picture.close();
    const first = sightings[0]?.capturedAt ?? 0;
    this.#dropWhere(({ at }) => at < first);
    const at = heldMoment(sightings, step, this.#times)?.at;
    const begun = this.#begun;
    this.#begun = null;
    // Also one that was begun in a trial that came to nothing.
    await this.#looking;
    const second = await this.#sightOf(sightings, step, (await begun) ?? nothingSeen);
    const moment = at === undefined ? null : heldMoment(sightings, step, [at], second.sightings);
    const copy = this.#copies.find((one) => one.at === at);
    if (copy && moment) {
      this.#held = { picture: copy.picture, moment };
      this.#copies = this.#copies.filter((one) => one !== copy);
    }
    this.#dropWhere(() => true);
    return second;
  }

  /** The hold of the trial that was looked at last, given away; null where it has none, or was taken. */
  takeHeld(): HeldPicture | null {
    const held = this.#held;
    this.#held = null;
    return held;
  }

  /** Drops all copies. */
  drop(): void {
    this.#begun = null;
    this.#dropWhere(() => true);
    this.takeHeld()?.picture.close();
  }

  /** The times of the copies, oldest first. */
  get #times(): readonly number[] {
    return this.#copies.map(({ at }) => at);
  }

  /** What `before` has seen of the frames that are wanted, and what is seen in the others. */
  async #sightOf(
    sightings: readonly Sighting[],
    step: Step,
    before: SecondSight,
  ): Promise<SecondSight> {
    const estimator = this.#estimator();
    if (!estimator) return nothingSeen;
    const [seen, searched] = [timesOf(before.sightings), timesOf(before.surveys)];
    const again = lookAgainAt(sightings, step, this.#times, seen);
    const all = surveyAt(sightings, step, this.#times, searched);
    const [unseen, unsearched] = await Promise.all([
      this.#clonesAt(again.filter((at) => !seen.includes(at))),
      this.#clonesAt(all.filter((at) => !searched.includes(at))),
    ]);
    // Where one of both fails, the first look stands by itself; its uncertainty is wider.
    const surveys = await this.#orNothing(surveysOf(unsearched, estimator));
    const looks = await this.#orNothing(seenIn(unseen, estimator));
    return {
      sightings: [...seenAt(before.sightings, again), ...looks].sort(byTime),
      surveys: [...seenAt(before.surveys, all), ...surveys],
    };
  }

  async #orNothing<T>(looking: Promise<readonly T[]>): Promise<readonly T[]> {
    try {
      return await looking;
    } catch (error) {
      if (error instanceof Failure) this.#onlost();
      return [];
    }
  }

  /** Copies of the copies: the estimator keeps what it is given. */
  #clonesAt(times: readonly number[]): Promise<readonly Copy[]> {
    const wanted = this.#copies.filter(({ at }) => times.includes(at));
    return Promise.all(
      wanted.map(async (copy) => ({ ...copy, picture: await createImageBitmap(copy.picture) })),
    );
  }

  #dropWhere(isOld: (copy: Copy, index: number) => boolean): void {
    const old = this.#copies.filter(isOld);
    for (const { picture } of old) picture.close();
    this.#copies = this.#copies.filter((copy) => !old.includes(copy));
  }
}

function timesOf(seen: readonly Timed[]): readonly number[] {
  return seen.map(({ capturedAt }) => capturedAt);
}

/** Those of the given times. */
function seenAt<T extends Timed>(seen: readonly T[], times: readonly number[]): readonly T[] {
  return seen.filter(({ capturedAt }) => times.includes(capturedAt));
}

function byTime(a: Timed, b: Timed): number {
  return a.capturedAt - b.capturedAt;
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
    surveys.push(...(await estimator.survey({ picture, capturedAt: at })));
  }
  return surveys;
}
