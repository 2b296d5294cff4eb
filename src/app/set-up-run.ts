import type { Pose, Sighting } from '../core/body/pose.ts';
import type { Survey } from '../core/body/survey.ts';
import { lightingOf, lightOf, type Lighting } from '../core/coach/lighting.ts';
import type { Luma } from '../core/coach/luma.ts';
import { readSetUp } from '../core/coach/set-up-reading.ts';
import { advanceSetUp, setUpStart, type SetUpState } from '../core/coach/set-up-state.ts';
import type { SetUpView } from '../core/coach/set-up-view.ts';
import { shiftOf } from '../core/coach/steadiness.ts';
import type { Degrees } from '../core/geometry/angle.ts';
import { showsSecondPerson } from '../core/measure/second-person.ts';
import { protocolOf } from '../core/protocol/catalogue.ts';
import type { Posture, Step } from '../core/protocol/protocol.ts';
import type { Light } from '../core/session/set-up.ts';

/** Chosen: light and camera change slowly; what is drawn and read for one small picture costs some 2 to 6 ms on two busy cores. */
const lumaEveryMs = 200;

/** Chosen: one search for others takes some 100 ms of the larger model's worker. */
const surveyEveryMs = 1000;

/** Chosen: side-on is read off the middle of this much time; single frames jitter by 10 degrees. */
const recentMs = 600;

/** Chosen: the answer to a survey may come this much later than its frame. */
const keptMs = 2000;

/** Chosen: two searches that fail in a row are not held against the person. */
const believedMs = 2500;

interface SmallPicture {
  readonly at: number;
  readonly luma: Luma;
}

/**
 * Watches the set-up of one step, one sighting after the other. It says what it would like to be given with the next
 * frame; without it, the last of its kind counts on.
 */
export class SetUpRun {
  readonly step: Step;
  readonly #posture: Posture;
  readonly #canSurvey: () => boolean;
  #state: SetUpState = setUpStart;
  #sightings: readonly Sighting[] = [];
  #small: SmallPicture | null = null;
  #lighting: Lighting | null = null;
  #shift: number | null = null;
  #surveyedAt: number | null = null;
  #secondAt: number | null = null;

  /** `canSurvey`: whether an estimator that finds several bodies is loaded by now. */
  constructor(step: Step, canSurvey: () => boolean) {
    this.step = step;
    this.#posture = protocolOf(step.test).posture;
    this.#canSurvey = canSurvey;
  }

  /** What the coach sees now. */
  get view(): SetUpView {
    return this.#state.view;
  }

  /** Whether all has held for long enough: the step may begin. */
  get isOver(): boolean {
    return this.view.progress >= 1;
  }

  /** How the last small grey picture was lit, for what a session remembers; null where that could not be read. */
  get light(): Light | null {
    return this.#lighting && lightOf(this.#lighting);
  }

  /** Whether a small grey picture of the frame of this time is wanted. */
  wantsLuma(at: number): boolean {
    return this.#small === null || at - this.#small.at >= lumaEveryMs;
  }

  /** Whether the frame of this time should be searched for others. Counts as asked for. */
  wantsSurvey(at: number): boolean {
    if (!this.#canSurvey()) return false;
    if (this.#surveyedAt !== null && at - this.#surveyedAt < surveyEveryMs) return false;
    this.#surveyedAt = at;
    return true;
  }

  /**
   * Takes in what a frame showed and gives what the coach sees with it. `luma`: the small grey picture of this very
   * frame, or null. `surveys`: what has come of searches since the last call, also of earlier frames. `gravityRoll`:
   * the camera's roll in degrees clockwise where a sensor tells it.
   */
  take(
    sighting: Sighting,
    luma: Luma | null,
    surveys: readonly Survey[] = [],
    gravityRoll: Degrees | null = null,
  ): SetUpView {
    const at = sighting.capturedAt;
    this.#sightings = [...this.#sightings, sighting].filter(
      ({ capturedAt }) => at - capturedAt <= keptMs,
    );
    if (luma !== null) this.#look(luma, sighting);
    this.#heed(surveys, at);
    const reading = readSetUp(
      {
        at,
        poses: sighting.pose === null ? [] : this.#recent(),
        lighting: this.#lighting,
        shift: this.#shift,
        hasSecond: this.#secondAt !== null && at - this.#secondAt <= believedMs,
        gravityRoll,
      },
      this.step,
    );
    this.#state = advanceSetUp(this.#state, reading);
    return this.view;
  }

  #look(luma: Luma, { capturedAt: at, pose }: Sighting): void {
    this.#lighting = lightingOf(luma, pose, this.#posture);
    this.#shift = this.#small && shiftOf(this.#small.luma, luma, pose);
    this.#small = { at, luma };
  }

  /** A frame is searched twice, the second time mirrored: others are there if either shows them. */
  #heed(surveys: readonly Survey[], at: number): void {
    const judged = surveys.flatMap((survey) => {
      const own = this.#sightings.find(({ capturedAt }) => capturedAt === survey.capturedAt);
      return own?.pose ? [showsSecondPerson(own.pose, survey)] : [];
    });
    if (judged.length > 0) this.#secondAt = judged.some((has) => has) ? at : null;
  }

  #recent(): readonly Pose[] {
    const last = this.#sightings.at(-1)?.capturedAt ?? 0;
    return this.#sightings.flatMap(({ capturedAt, pose }) =>
      pose !== null && last - capturedAt <= recentMs ? [pose] : [],
    );
  }
}
