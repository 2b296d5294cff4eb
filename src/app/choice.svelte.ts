import { opposite, type BodySide } from '../core/body/pose.ts';
import { protocolOf } from '../core/protocol/catalogue.ts';
import type { Step, TestId } from '../core/protocol/protocol.ts';
import {
  untoldConditions,
  type Clothing,
  type Conditions,
  type WarmUp,
} from '../core/session/set-up.ts';
import type { VisitRequest } from './visit-request.ts';

/** The check that most people want: the bend and both legs. */
export const wholeCheck = 'whole';

/** What can be chosen to be measured, the legs, and the sources. */
export type ChosenTest = TestId | typeof wholeCheck;
export type ChosenLeg = BodySide | 'both';
export type ChosenSource = 'camera' | 'video';

/** A step, and its video once one is picked. */
export interface QueuedVideo {
  readonly step: Step;
  readonly file: File | null;
}

/** What the person is putting together before a check; lasts as long as the page. */
export class Choice {
  /** Which leg is done first where both are: drawn once a choice, as one that is always first is always colder. */
  readonly #drawn: BodySide;
  #test: ChosenTest = $state.raw(wholeCheck);
  #leg: ChosenLeg = $state.raw('both');
  #source: ChosenSource = $state.raw('camera');
  #picked: readonly QueuedVideo[] = $state.raw([]);
  #conditions: Conditions = $state.raw(untoldConditions);

  /** `random` gives a number from 0 to 1, 1 excluded. */
  constructor(random: () => number) {
    this.#drawn = random() < 0.5 ? 'left' : 'right';
  }

  get test(): ChosenTest {
    return this.#test;
  }

  get leg(): ChosenLeg {
    return this.#leg;
  }

  get source(): ChosenSource {
    return this.#source;
  }

  /** Whether there is a leg to be chosen. */
  get hasLegs(): boolean {
    return this.#test !== wholeCheck && protocolOf(this.#test).sided;
  }

  /** The steps in their order. */
  get steps(): VisitRequest['steps'] {
    const test = this.#test;
    if (test === wholeCheck) return [{ test: 'forward-bend', side: null }, ...this.#legsOf('slr')];
    if (!protocolOf(test).sided) return [{ test, side: null }];
    return this.#leg === 'both' ? this.#legsOf(test) : [{ test, side: this.#leg }];
  }

  /** The videos that are asked for, one for each step. */
  get videos(): readonly QueuedVideo[] {
    return this.steps.map(
      (step) => this.#picked.find((one) => isSame(one.step, step)) ?? { step, file: null },
    );
  }

  /** What a start now would ask for; null while a video is still to be picked. */
  get request(): VisitRequest | null {
    const { steps } = this;
    const asked = { steps, firstSide: this.#firstSide, conditions: this.#conditions };
    if (this.#source === 'camera') return { ...asked, origin: 'camera', files: [] };
    const files = this.videos.flatMap(({ file }) => file ?? []);
    return files.length === steps.length ? { ...asked, origin: 'video', files } : null;
  }

  /** What the person has told of the circumstances; nothing is taken for granted. */
  get conditions(): Conditions {
    return this.#conditions;
  }

  chooseTest(test: ChosenTest): void {
    this.#test = test;
  }

  /** Chooses the first of these tests that may be, where the chosen one is not among them. */
  keepTo(open: readonly TestId[]): void {
    const [first] = open;
    if (first !== undefined && !isOpen(this.#test, open)) this.#test = first;
  }

  chooseLeg(leg: ChosenLeg): void {
    this.#leg = leg;
  }

  chooseSource(source: ChosenSource): void {
    this.#source = source;
  }

  /** Takes a video for a step, to be measured instead of the camera. */
  chooseVideo(step: Step, file: File): void {
    const others = this.#picked.filter((one) => !isSame(one.step, step));
    this.#picked = [...others, { step, file }];
    this.#source = 'video';
  }

  /** Takes videos for the steps that have none yet, in their order; a single one for all of them. */
  chooseVideos(files: readonly File[]): void {
    this.#source = 'video';
    const [only, ...others] = files;
    const empty = this.videos.filter(({ file }) => file === null).map(({ step }) => step);
    const wanting = empty.length > 0 ? empty : this.steps;
    for (const [i, step] of wanting.entries()) {
      const file = others.length === 0 ? only : files[i];
      if (file) this.chooseVideo(step, file);
    }
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

  /** Somebody else's turn: their videos and circumstances are not those of the one before. */
  turn(): void {
    this.#picked = [];
    this.#source = 'camera';
    this.forgetConditions();
  }

  get #firstSide(): BodySide | null {
    return this.steps.length > 1 ? this.#drawn : null;
  }

  #legsOf(test: TestId): [Step, Step] {
    return [
      { test, side: this.#drawn },
      { test, side: opposite(this.#drawn) },
    ];
  }
}

/** Whether a choice asks for none but these tests. */
export function isOpen(chosen: ChosenTest, open: readonly TestId[]): boolean {
  const asked: readonly TestId[] = chosen === wholeCheck ? ['forward-bend', 'slr'] : [chosen];
  return asked.every((test) => open.includes(test));
}

function isSame(a: Step, b: Step): boolean {
  return a.test === b.test && a.side === b.side;
}

/** The sample shows one raise of the right leg. */
export const sampleRequest: VisitRequest = {
  steps: [{ test: 'slr', side: 'right' }],
  origin: 'sample',
  files: [],
  firstSide: null,
  conditions: untoldConditions,
};
