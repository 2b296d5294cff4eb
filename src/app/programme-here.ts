import { groupOf } from '../core/session/person.ts';
import { useExercising, useHistory, usePeople } from './context.ts';
import { Programme } from './programme.svelte.ts';

/** The programme of the current person. To be called while a component is made. */
export function programmeHere(): Programme {
  const { wishes, log, clock } = useExercising();
  const people = usePeople();
  return new Programme({
    history: useHistory(),
    wishes,
    log,
    group: () => groupOf(people.current, clock.now()),
  });
}
