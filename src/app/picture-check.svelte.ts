import { Failure, type FailureCode } from '../core/errors.ts';
import { concerns, type Correction, type TrialAddress } from '../core/session/correction.ts';
import type { HeldMoment } from '../core/measure/held.ts';
import { correctionsOf, type ShownResult } from '../core/session/corrected.ts';
import { Correcting } from './correcting.svelte.ts';
import type { HeldPictures } from './held-pictures.ts';
import type { SessionHistory } from './history.svelte.ts';
import { fileOf, pictureIn, withoutFace } from './picture-file.ts';
import { measuredOf, type MeasuredNumber } from './result-view.ts';

/** A trial's picture with its joints, and whether the person has kept it before. */
export interface OpenPicture {
  readonly picture: ImageBitmap;
  readonly moment: HeldMoment;
  readonly isKept: boolean;
  readonly correcting: Correcting;
}

/** A person looks at the held frames of one stored result, corrects its trials, and decides about the pictures. */
export class PictureCheck {
  readonly #history: SessionHistory;
  readonly #pictures: HeldPictures;
  readonly #sessionId: string;
  readonly #result: ShownResult;
  readonly #now: () => number;
  #trial = $state.raw(0);
  #open: OpenPicture | 'reading' | null = $state.raw('reading');
  #keeps = $state.raw(false);
  #hidesFace = $state.raw(true);
  #failure: FailureCode | null = $state.raw(null);

  constructor(
    history: SessionHistory,
    pictures: HeldPictures,
    sessionId: string,
    result: ShownResult,
    now: () => number,
  ) {
    this.#history = history;
    this.#pictures = pictures;
    this.#sessionId = sessionId;
    this.#result = result;
    this.#now = now;
    void this.choose(this.trials[0]?.trial ?? 0);
  }

  /** The repetitions that have a number. */
  get trials(): readonly MeasuredNumber[] {
    return measuredOf(this.#result);
  }

  /** Which of the result's trials is looked at, from 0. */
  get trial(): number {
    return this.#trial;
  }

  /** The picture; null where it is gone. */
  get open(): OpenPicture | 'reading' | null {
    return this.#open;
  }

  /** The correction of this trial that counts now; null where it has none. */
  get correction(): Correction | null {
    return correctionsOf(this.#result).find((one) => concerns(one, this.#address)) ?? null;
  }

  /** Whether saving keeps the picture too. */
  get keeps(): boolean {
    return this.#keeps;
  }

  get hidesFace(): boolean {
    return this.#hidesFace;
  }

  /** What is shown: the picture as it would be kept, so that the person sees what they decide about. */
  readonly shown: ImageBitmap | OffscreenCanvas | null = $derived.by(() => {
    const open = this.#open;
    if (open === null || open === 'reading') return null;
    return this.#keeps && this.#hidesFace ? withoutFace(open.picture, open.moment) : open.picture;
  });

  get canSave(): boolean {
    const open = this.#open;
    return open !== null && open !== 'reading' && (this.#keeps || open.correcting.hasChanged);
  }

  /** Why the last wish could not be met; null when it was. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  setKeeps(keeps: boolean): void {
    this.#keeps = keeps;
  }

  setHidesFace(hides: boolean): void {
    this.#hidesFace = hides;
  }

  /** Opens the picture of a trial: the one in memory, else the one that was kept. */
  async choose(trial: number): Promise<void> {
    this.#letGo();
    this.#trial = trial;
    this.#keeps = false;
    this.#open = 'reading';
    const address = this.#address;
    const held = this.#pictures.of(address);
    const found = held ?? (await this.#kept(address));
    if (this.#trial !== trial) return;
    this.#open = found && {
      ...found,
      isKept: held === null,
      correcting: this.#correcting(found.moment),
    };
  }

  /** Saves the correction, and the picture where the person wants it. Gives whether that worked. */
  async save(): Promise<boolean> {
    const open = this.#open;
    if (open === null || open === 'reading' || this.shown === null) return false;
    const { correcting, moment } = open;
    const address = this.#address;
    return this.#attempt(async () => {
      if (this.#keeps && this.shown !== null) {
        const file = await fileOf(this.shown);
        const kept = { ...address, ...file, keptAt: this.#now(), blurred: this.#hidesFace };
        await (await this.#history.pictures()).save({ ...kept, held: moment });
      }
      if (correcting.hasChanged) await this.#store(correcting, address);
      this.#pictures.decided(address);
    });
  }

  /** Takes the trial's corrections back. Gives whether that worked. */
  takeBack(): Promise<boolean> {
    return this.#attempt(() => this.#history.takeBack(this.#address));
  }

  /** Deletes the picture that was kept. Gives whether that worked. */
  deletePicture(): Promise<boolean> {
    const address = this.#address;
    return this.#attempt(async () => {
      await (await this.#history.pictures()).remove(address);
    });
  }

  /** Lets go of what was read from the store. */
  close(): void {
    this.#letGo();
    this.#open = null;
  }

  get #address(): TrialAddress {
    const { test, side } = this.#result;
    return { sessionId: this.#sessionId, test, side, trial: this.#trial };
  }

  async #store(correcting: Correcting, address: TrialAddress): Promise<void> {
    if (!correcting.isMoved) {
      await this.#history.takeBack(address);
      return;
    }
    const { moved: joints, estimate, automatic } = correcting;
    await this.#history.correct({
      ...address,
      correctedAt: this.#now(),
      joints,
      estimate,
      automatic,
    });
  }

  async #kept(address: TrialAddress): Promise<{ picture: ImageBitmap; moment: HeldMoment } | null> {
    let kept = null;
    await this.#attempt(async () => {
      const found = await (await this.#history.pictures()).find(address);
      const picture = found && (await pictureIn(found));
      if (found && picture) kept = { picture, moment: found.held };
    });
    return kept;
  }

  #correcting(moment: HeldMoment): Correcting {
    const measured = this.trials.find(({ trial }) => trial === this.#trial);
    if (!measured) throw new Error('A trial without a number');
    const { estimate, camera } = measured;
    const automatic = { estimate: this.correction?.automatic ?? estimate, camera };
    return new Correcting(moment, automatic, this.correction?.joints);
  }

  #letGo(): void {
    if (this.#open !== null && this.#open !== 'reading' && this.#open.isKept) {
      this.#open.picture.close();
    }
  }

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    this.#failure = null;
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#failure = error.code;
      return false;
    }
  }
}
