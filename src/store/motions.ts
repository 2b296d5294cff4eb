import * as v from 'valibot';
import { keypointNames } from '../core/body/pose.ts';
import { isOf } from '../core/session/kept-motions.ts';
import { isFrame, unpacked, type Motion } from '../core/session/motion.ts';
import type { Session } from '../core/session/session.ts';
import type { PersonDatabase } from './person-database.ts';
import { frameSize, trialAddress } from './values.ts';

/** The motions kept with the sessions of this device; Sessions.save keeps them. Throws Failure storage-* as it does. */
export interface Motions {
  /** Those of a session, one for each test and side; without damaged ones. None where it has none or is not there. */
  of(sessionId: string): Promise<readonly Motion[]>;
}

const bytes = v.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
  'No bytes',
);

/** What a motion has beside its places, in the order of its keys. */
export const motionEntries = {
  ...trialAddress,
  frame: v.pipe(frameSize, v.check(isFrame, 'No frame')),
  every: v.pipe(v.number(), v.minValue(10), v.maxValue(1000)),
  names: v.pipe(v.array(v.picklist(keypointNames)), v.maxLength(keypointNames.length)),
};

/** Whether the bytes are the poses of so many points. */
export function hasPoses({ names, places }: Pick<Motion, 'names' | 'places'>): boolean {
  return unpacked(names.length, places) !== null;
}

/** A motion. */
export const wholeMotion: v.GenericSchema<unknown, Motion> = v.pipe(
  v.strictObject({ ...motionEntries, places: bytes }),
  v.check((one) => hasPoses(one), 'No poses'),
);

const row = v.strictObject({ id: v.string(), motion: wholeMotion });

/**
 * Plain copies of a session's motions that are fit to be stored. Throws ValiError where one is not, an Error where it is
 * of no measured trial of the session, or there are two of one test and side: bugs of the caller.
 */
export function checkedMotions(session: Session, motions: readonly Motion[]): readonly Motion[] {
  const copies = motions.map((motion) => v.parse(wholeMotion, motion));
  const keys = new Set(copies.map(motionKey));
  if (keys.size < copies.length || !copies.every((motion) => isOf(session, motion)))
    throw new Error(`Motions of no trial: ${session.id}`);
  return copies;
}

/** The key of a motion: starts with its session's, and names the test and the side. */
export function motionKey({ sessionId, test, side }: Motion): string {
  return [sessionId, test, side ?? 'both'].join('/');
}

/** The row of a motion. */
export function motionRow(motion: Motion): { id: string; motion: Motion } {
  return { id: motionKey(motion), motion };
}

/** The motion of a row; null where it is damaged. */
export function motionInRow(stored: unknown): Motion | null {
  const parsed = v.safeParse(row, stored);
  return parsed.success ? parsed.output.motion : null;
}

/** The motions in the browser's database. */
export class DatabaseMotions implements Motions {
  readonly #database: PersonDatabase;

  constructor(database: PersonDatabase) {
    this.#database = database;
  }

  async of(sessionId: string): Promise<readonly Motion[]> {
    const { motions } = this.#database;
    const rows = await this.#database.run(() =>
      motions.where('id').startsWith(`${sessionId}/`).toArray(),
    );
    return rows.map(motionInRow).filter((motion) => motion !== null);
  }
}
