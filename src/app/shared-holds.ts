import type { HeldMoment } from '../core/measure/held.ts';
import { protocolOf } from '../core/protocol/catalogue.ts';
import type { TrialAddress } from '../core/session/correction.ts';
import { heldMovement } from '../core/session/held-movement.ts';
import { belongsTo } from '../core/session/session.ts';
import type { Shared } from '../share/content.ts';
import { m } from '../messages/generated/messages.js';
import type { AutomaticNumber } from './correcting.svelte.ts';
import { dayText } from './intl.ts';
import { sharedMovement } from './movements.ts';
import { stepText } from './test-words.ts';

/** A movement that was shared, whose joints can be put elsewhere. */
export interface SharedHold {
  readonly address: TrialAddress;
  /** "Leg raise, left, October 3". */
  readonly name: string;
  /** What its skeleton was when it was held. */
  readonly held: HeldMoment;
  readonly automatic: AutomaticNumber;
}

/** The movements that were shared and have a number, the newest first. */
export function sharedHolds(shared: Shared, now: number): readonly SharedHold[] {
  return shared.motion
    .flatMap((motion) => {
      const session = shared.sessions.find(({ id }) => id === motion.sessionId);
      const trial = session?.results.find((one) => belongsTo(one, motion))?.trials[motion.trial];
      const movement = sharedMovement(shared, motion);
      const held = movement && heldMovement(movement);
      if (session === undefined || trial?.kind !== 'measured' || held === null) return [];
      const estimate = trial.quantities[protocolOf(motion.test).quantity];
      if (estimate === undefined) return [];
      const { sessionId, test, side, trial: index } = motion;
      const day = dayText(session.startedAt, now, session.timeZone);
      const name = m.answer_joints_of({ step: stepText(motion), day });
      const address = { sessionId, test, side, trial: index };
      const automatic = { estimate, camera: trial.camera };
      return [{ at: session.startedAt, hold: { address, name, held, automatic } }];
    })
    .sort((a, b) => b.at - a.at)
    .map(({ hold }) => hold);
}
