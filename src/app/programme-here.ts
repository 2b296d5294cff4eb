import { useExercising, useHistory, useWishes } from './context.ts';
import { planHere } from './plan-here.ts';
import { Programme } from './programme.svelte.ts';

/** The programme of the current person. To be called while a component is made. */
export function programmeHere(): Programme {
  const { log, clock } = useExercising();
  return new Programme({
    plan: planHere(clock.now()),
    history: useHistory(),
    wishes: useWishes(),
    log,
  });
}
