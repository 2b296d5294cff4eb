import type { BodySide } from '../core/body/pose.ts';
import { protocolOf } from '../core/protocol/catalogue.ts';
import type { TestId } from '../core/protocol/protocol.ts';
import {
  untoldConditions,
  type Clothing,
  type Conditions,
  type WarmUp,
} from '../core/session/set-up.ts';
import type { VisitRequest } from './visit-request.ts';

/** The legs and the sources that can be chosen. */
export type ChosenLeg = BodySide | 'both';
export type ChosenSource = 'camera' | 'video';

/** What the person is putting together before a check; lasts as long as the page. */
export class Choice {
  #test: TestId = $state.raw('slr');
  #leg: ChosenLeg = $state.raw('both');
  #source: ChosenSource = $state.raw('camera');
  #file: File | null = $state.raw(null);
  #conditions: Conditions = $state.raw(untoldConditions);

  get test(): TestId {
    return this.#test;
  }

  get leg(): ChosenLeg {
    return this.#leg;
  }

  get source(): ChosenSource {
    return this.#source;
  }

  get file(): File | null {
    return this.#file;
  }

  /** What a start now would ask for; null while the video is still to be picked. */
  get request(): VisitRequest | null {
    const asked = { steps: this.#steps(), conditions: this.#conditions };
    if (this.#source === 'camera') return { ...asked, origin: 'camera', file: null };
    if (this.#file === null) return null;
    return { ...asked, origin: 'video', file: this.#file };
  }

  /** What the person has told of the circumstances; nothing is taken for granted. */
  get conditions(): Conditions {
    return this.#conditions;
  }

  chooseTest(test: TestId): void {
    this.#test = test;
  }

  chooseLeg(leg: ChosenLeg): void {
    this.#leg = leg;
  }

  chooseSource(source: ChosenSource): void {
    this.#source = source;
  }

  /** Takes a video to measure instead of the camera. */
  chooseVideo(file: File): void {
    this.#file = file;
    this.#source = 'video';
  }

  tellWarmUp(warmUp: WarmUp): void {
    this.#conditions = { ...this.#conditions, warmUp };
  }

  tellClothing(clothing: Clothing): void {
    this.#conditions = { ...this.#conditions, clothing };
  }

  /** Forgets the circumstances: whoever has been measured has moved, and may change clothes. */
  forgetConditions(): void {
    this.#conditions = untoldConditions;
  }

  #steps(): VisitRequest['steps'] {
    const test = this.#test;
    if (!protocolOf(test).sided) return [{ test, side: null }];
    if (this.#leg !== 'both') return [{ test, side: this.#leg }];
    return [
      { test, side: 'left' },
      { test, side: 'right' },
    ];
  }
}

/** The sample shows one raise of the right leg. */
export const sampleRequest: VisitRequest = {
  steps: [{ test: 'slr', side: 'right' }],
  origin: 'sample',
  file: null,
  conditions: untoldConditions,
};
