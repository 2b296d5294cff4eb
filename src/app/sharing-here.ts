import { testIds } from '../core/protocol/protocol.ts';
import { newId } from '../store/ids.ts';
import { useExercising, useHistory, usePeople, useSafety } from './context.ts';
import { testsOf } from './result-view.ts';
import { ShareChoice } from './share-choice.svelte.ts';
import { shareableOf } from './shareable.ts';
import { ShareStills } from './share-stills.svelte.ts';
import { Sharing } from './sharing.svelte.ts';
import { version } from './version.ts';

/**
 * What the current person can share; at first all of it, or one session by its id. To be called while a component is
 * made, once the history is read.
 */
export function sharingHere(session: string | null): Sharing {
  const [history, people, safety] = [useHistory(), usePeople(), useSafety()];
  const { log, clock } = useExercising();
  const visit = session === null ? null : history.find(session);
  const choice = new ShareChoice(
    () => testIds.filter((test) => history.sessions.some((one) => testsOf(one).includes(test))),
    visit && { startedAt: visit.startedAt, tests: testsOf(visit) },
  );
  const stills = new ShareStills();
  void stills.read(() => history.pictures(), history.sessions);
  return new Sharing({
    choice,
    stills,
    all: () =>
      shareableOf({
        person: people.current,
        sessions: history.sessions,
        diary: history.diary,
        practices: log.practices,
        aftermaths: log.told,
        told: safety.told,
        stills: stills.added,
      }),
    find: (id) => history.use(({ sessions }) => sessions.find(id)),
    newId,
    now: () => clock.now(),
    version,
  });
}
