import { FollowedRecords } from '../../src/app/followed-records.svelte.ts';
import type { SessionHistory } from '../../src/app/history.svelte.ts';
import { removerOf, Replies } from '../../src/app/replies.svelte.ts';
import { Safety } from '../../src/app/safety.svelte.ts';
import { Wishes } from '../../src/app/wishes.svelte.ts';
import { newId } from '../../src/store/ids.ts';

/** What a person tells, and was answered, over the store of a history, as the app puts it together. */
interface Telling {
  readonly safety: Safety;
  readonly wishes: Wishes;
  readonly replies: Replies;
}

/** All of that. `now`: milliseconds since 1970. */
export function tellingOf(history: SessionHistory, now: () => number = () => Date.now()): Telling {
  const use: SessionHistory['use'] = (work) => history.use(work);
  const told = new FollowedRecords({ use, of: (shelf) => shelf.told });
  const wished = new FollowedRecords({ use, of: (shelf) => shelf.wishes });
  const records = new FollowedRecords({ use, of: (shelf) => shelf.replies });
  return {
    safety: new Safety(told, newId, now),
    wishes: new Wishes(wished, newId, now),
    replies: new Replies({ records, remove: removerOf(use), newId, now }),
  };
}
