import * as v from 'valibot';
import { testIds } from '../core/protocol/protocol.ts';
import type { HeldMoment } from '../core/measure/held.ts';
import type { TrialAddress } from '../core/session/correction.ts';
import type { PersonDatabase } from './person-database.ts';
import { angle, finite, frameSize, outline, side, time, trialAddress } from './values.ts';

/** The picture of one trial's held frame, which the person has said to keep, and what it showed. */
export interface KeptPicture extends TrialAddress {
  /** Milliseconds since 1970, UTC. */
  readonly keptAt: number;
  readonly type: 'image/jpeg';
  /** The file. */
  readonly bytes: ArrayBuffer;
  /** Whether the face was made unrecognisable before it was kept. */
  readonly blurred: boolean;
  readonly held: HeldMoment;
}

/** The pictures kept on this device, one for a trial. Throws Failure storage-* as Sessions does. */
export interface Pictures {
  /** Keeps a picture in the place of the trial's own, if there is one. Throws ValiError where it is not fit. */
  save(picture: KeptPicture): Promise<void>;
  /** The picture of a trial; null where none was kept or it is damaged. */
  find(trial: TrialAddress): Promise<KeptPicture | null>;
  /** The trials that have one, in no order. */
  addresses(): Promise<readonly TrialAddress[]>;
  /** Deletes the picture of a trial; nothing of it stays. */
  remove(trial: TrialAddress): Promise<void>;
}

/** A kept picture. */
export const keptPicture = v.strictObject({
  ...trialAddress,
  keptAt: time,
  type: v.literal('image/jpeg'),
  bytes: v.instance(ArrayBuffer),
  blurred: v.boolean(),
  held: v.strictObject({
    test: v.picklist(testIds),
    at: finite,
    frame: frameSize,
    side,
    facing: v.picklist([1, -1]),
    rest: angle,
    outline,
  }),
});

const address = v.strictObject(trialAddress);
const row = v.strictObject({ id: v.string(), picture: keptPicture });

/** A plain copy of a picture that is fit to be stored. Throws ValiError where it is not: a bug of the caller. */
export function checkedPicture(picture: KeptPicture): KeptPicture {
  return v.parse(keptPicture, picture);
}

/** The key of a trial's picture: starts with its session's. */
export function pictureKey({ sessionId, test, side: of, trial }: TrialAddress): string {
  return [sessionId, test, of ?? 'both', trial].join('/');
}

/** The trial of a picture's key; null where it is none. */
function addressIn(key: unknown): TrialAddress | null {
  const [sessionId, test, of, trial] = String(key).split('/');
  const parsed = v.safeParse(address, {
    sessionId,
    test,
    side: of === 'both' ? null : of,
    trial: Number(trial),
  });
  return parsed.success ? parsed.output : null;
}

/** The row of a picture. */
export function pictureRow(picture: KeptPicture): { id: string; picture: KeptPicture } {
  return { id: pictureKey(picture), picture };
}

/** The picture of a row; null where it is damaged. */
export function pictureIn(stored: unknown): KeptPicture | null {
  const parsed = v.safeParse(row, stored);
  return parsed.success ? parsed.output.picture : null;
}

/** The pictures in the browser's database. */
export class DatabasePictures implements Pictures {
  readonly #database: PersonDatabase;

  constructor(database: PersonDatabase) {
    this.#database = database;
  }

  async save(picture: KeptPicture): Promise<void> {
    const { pictures } = this.#database;
    const kept = pictureRow(checkedPicture(picture));
    await this.#database.write([pictures], () => pictures.put(kept));
  }

  async find(trial: TrialAddress): Promise<KeptPicture | null> {
    const stored = await this.#database.run(() => this.#database.pictures.get(pictureKey(trial)));
    return pictureIn(stored);
  }

  async addresses(): Promise<readonly TrialAddress[]> {
    const { pictures } = this.#database;
    const keys = await this.#database.run(() => pictures.toCollection().primaryKeys());
    return keys.map(addressIn).filter((one) => one !== null);
  }

  async remove(trial: TrialAddress): Promise<void> {
    const { pictures } = this.#database;
    await this.#database.write([pictures], () => pictures.delete(pictureKey(trial)));
  }
}
