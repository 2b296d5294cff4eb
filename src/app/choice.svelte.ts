import type { BodySide } from '../core/body/pose.ts';
import type { Step } from '../core/protocol/protocol.ts';
import type { VisitRequest } from './visit-request.ts';

/** The tests that can be chosen, and the legs. */
export type ChosenTest = 'slr' | 'forward-bend';
export type ChosenLeg = BodySide | 'both';
export type ChosenSource = 'camera' | 'video';

/** What the person is putting together before a check; lasts as long as the page. */
export class Choice {
  #test: ChosenTest = $state.raw('slr');
  #leg: ChosenLeg = $state.raw('both');
  #source: ChosenSource = $state.raw('camera');
  #file: File | null = $state.raw(null);

  get test(): ChosenTest {
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
    if (this.#source === 'camera') return { steps: this.#steps(), origin: 'camera', file: null };
    if (this.#file === null) return null;
    return { steps: this.#steps(), origin: 'video', file: this.#file };
  }

  chooseTest(test: ChosenTest): void {
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

  #steps(): VisitRequest['steps'] {
    if (this.#test === 'forward-bend') return [{ test: 'forward-bend', side: null }];
    if (this.#leg !== 'both') return [raise(this.#leg)];
    return [raise('left'), raise('right')];
  }
}

/** The sample shows one raise of the right leg. */
export const sampleRequest: VisitRequest = {
  steps: [raise('right')],
  origin: 'sample',
  file: null,
};

function raise(side: BodySide): Step {
  return { test: 'slr', side };
}
