import { withCorrections, type CorrectedSession } from '../core/session/corrected.ts';
import type { Correction } from '../core/session/correction.ts';
import type { Session } from '../core/session/session.ts';
import type { KeptPicture, Pictures } from '../store/pictures.ts';

/** Each session with its own corrections; one without any is the same object. */
export function withAllCorrections(
  sessions: readonly Session[],
  corrections: readonly Correction[],
): readonly CorrectedSession[] {
  if (corrections.length === 0) return sessions;
  const own = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const before = own.get(correction.sessionId);
    if (before === undefined) own.set(correction.sessionId, [correction]);
    else before.push(correction);
  }
  return sessions.map((session) => {
    const corrected = own.get(session.id);
    return corrected === undefined ? session : withCorrections(session, corrected);
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
