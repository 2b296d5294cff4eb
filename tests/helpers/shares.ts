import { withCorrections } from '../../src/core/session/corrected.ts';
import type { Motion } from '../../src/core/session/motion.ts';
import type { Session } from '../../src/core/session/session.ts';
import { sharedOf } from '../../src/share/choose.ts';
import type { Choice, Shared } from '../../src/share/content.ts';
import { sharedMotion } from '../../src/share/motion.ts';
import { ada, whole } from './shared.ts';
import { raise } from './results.ts';
import { sessionOn } from './sessions.ts';

/** A UUIDv7 that says which it is of its kind; `kind` is one hexadecimal digit. */
export function idOf(kind: string, number: number): string {
  return `01a0a945-0a00-7000-8000-${kind}${number.toString(16).padStart(11, '0')}`;
}

/** Somebody's leg raises, a visit a week, whose left leg goes `pace` degrees further each time. */
export function weeksOf(person: number, count: number, pace = 3): readonly Session[] {
  return Array.from({ length: count }, (_, week) => {
    const results = [raise('left', 60 + pace * week), raise('right', 66 + (week % 2))];
    const session = sessionOn(7 * week, results);
    return { ...session, id: session.id.replace(/.{12}$/, person.toString(16).padStart(12, '0')) };
  });
}

interface SharedWith {
  readonly number?: number;
  readonly name?: string;
  readonly choice?: Partial<Choice>;
  readonly motion?: readonly Motion[];
}

/** What a person of a number shares, as the app makes it; `number`: which of their shares it is. */
export function shareOf(
  person: number,
  sessions: readonly Session[],
  { number = 1, name = `Person ${String(person)}`, choice = {}, motion = [] }: SharedWith = {},
): Shared {
  return sharedOf(
    {
      person: { ...ada, id: idOf('a', person), name },
      sessions: sessions.map((session) => withCorrections(session, [])),
      corrections: [],
      diary: [],
      log: [],
      safety: [],
      motion: motion.map(sharedMotion),
      stills: [],
    },
    { ...whole, ...choice },
    {
      id: idOf('b', 1000 * person + number),
      madeAt: Date.UTC(2026, 8, 1, number),
      app: '0.1.0',
    },
  );
}
