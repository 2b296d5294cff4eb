import { withCorrections, type CorrectedSession } from '../core/session/corrected.ts';
import type { Correction } from '../core/session/correction.ts';
import type { Session } from '../core/session/session.ts';
import type { KeptPicture, Pictures } from '../store/pictures.ts';

const none: readonly Correction[] = [];

/** Most sessions have no corrections, and stay the same from one reading to the next. */
const uncorrected = new WeakMap<Session, CorrectedSession>();

function withoutCorrections(session: Session): CorrectedSession {
  const known = uncorrected.get(session);
  if (known !== undefined) return known;
  const made = withCorrections(session, none);
  uncorrected.set(session, made);
  return made;
}

/** Each session with its own corrections. The same session without any gives the same object. */
export function withAllCorrections(
  sessions: readonly Session[],
  corrections: readonly Correction[],
): readonly CorrectedSession[] {
  const own = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const before = own.get(correction.sessionId);
    if (before === undefined) own.set(correction.sessionId, [correction]);
    else before.push(correction);
  }
  return sessions.map((session) => {
    const corrected = own.get(session.id);
    return corrected === undefined
      ? withoutCorrections(session)
      : withCorrections(session, corrected);
  });
}

/** The kept pictures of a session's trials. */
export async function picturesOf(
  { id, results }: Session,
  pictures: Pictures,
): Promise<readonly KeptPicture[]> {
  const found = results.flatMap(({ test, side, trials }) =>
    trials.map((_, trial) => pictures.find({ sessionId: id, test, side, trial })),
  );
  return (await Promise.all(found)).filter((picture) => picture !== null);
}
