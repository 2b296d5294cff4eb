import type { Sighting } from '../core/body/pose.ts';
import type { Survey } from '../core/body/survey.ts';
import type { Luma } from '../core/coach/luma.ts';
import type { SetUpProblem, SetUpView } from '../core/coach/set-up-view.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { Light } from '../core/session/set-up.ts';
import type { Frame } from '../pose/frame-source.ts';
import { lumaOf } from '../pose/luma.ts';
import type { PoseEstimator } from './engine.svelte.ts';
import { SetUpRun } from './set-up-run.ts';

/**
 * What a person may be unable to mend, such as the only window being behind them. Where nothing else is wrong the
 * step begins all the same after a while: whatever makes a repetition unreadable refuses it.
 */
const bearable: ReadonlySet<SetUpProblem> = new Set([
  'too-dark',
  'back-lit',
  'low-contrast',
  'not-steady',
  'not-level',
  'too-far',
]);

/** Chosen: long enough to be told twice and to do something about it. In frame time. */
const patienceMs = 20_000;

/** Looks at the set-up of one step: at each frame's light, at the body in it, and now and then for somebody else. */
export class Coach {
  readonly #run: SetUpRun;
  /** The larger model's estimator once it is loaded; null before, and where it could not be loaded. */
  readonly #surveyor: () => PoseEstimator | null;
  #luma: Luma | null = null;
  #surveys: readonly Survey[] = [];
  /** Since when nothing is wrong but what can be borne. */
  #bearableSince: number | null = null;
  #isSkipped = false;

  constructor(step: Step, surveyor: () => PoseEstimator | null) {
    this.#surveyor = surveyor;
    this.#run = new SetUpRun(step, () => surveyor() !== null);
  }

  get view(): SetUpView {
    return this.#run.view;
  }

  /** Whether all has held for long enough, or what does not hold has to be borne: the step may begin. */
  get isOver(): boolean {
    return this.#run.isOver || this.#isSkipped;
  }

  /** How the picture is lit; null where that could not be read. */
  get light(): Light | null {
    return this.#run.light;
  }

  /** Takes what it needs of a frame's picture. To be called before the frame is given away. */
  async look({ picture, capturedAt: at }: Frame): Promise<void> {
    this.#luma = this.#run.wantsLuma(at) ? lumaOf(picture) : null;
    const surveyor = this.#surveyor();
    if (!surveyor || !this.#run.wantsSurvey(at)) return;
    const own = await createImageBitmap(picture);
    // The frames go on meanwhile; a search that fails is as good as none.
    void surveyor
      .survey({ picture: own, capturedAt: at })
      .then((found) => {
        this.#surveys = [...this.#surveys, ...found];
      })
      .catch(() => undefined);
  }

  /** Takes in what that frame showed. */
  take(sighting: Sighting): void {
    const surveys = this.#surveys;
    this.#surveys = [];
    const { problem } = this.#run.take(sighting, this.#luma, surveys);
    const at = sighting.capturedAt;
    if (problem === null || !bearable.has(problem)) this.#bearableSince = null;
    else this.#bearableSince ??= at;
    if (this.#bearableSince !== null && at - this.#bearableSince >= patienceMs) this.skip();
  }

  /** Begins the step at the person's word, whatever does not hold yet. */
  skip(): void {
    this.#isSkipped = true;
  }
}
