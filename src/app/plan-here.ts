import { groupOf } from '../core/session/person.ts';
import { useHistory, usePeople, useReplies, useSafety, useWishes } from './context.ts';
import { Plan } from './plan.svelte.ts';

/** The plan of the current person, at a time (ms since 1970). To be called while a component is made. */
export function planHere(now: number): Plan {
  const people = usePeople();
  return new Plan({
    history: useHistory(),
    safety: useSafety(),
    wishes: useWishes(),
    replies: useReplies(),
    group: () => groupOf(people.current, now),
    now: () => now,
  });
}
