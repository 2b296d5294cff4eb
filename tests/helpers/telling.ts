import { FollowedRecords } from '../../src/app/followed-records.svelte.ts';
import type { SessionHistory } from '../../src/app/history.svelte.ts';
import { Safety } from '../../src/app/safety.svelte.ts';
import { Wishes } from '../../src/app/wishes.svelte.ts';
import { newId } from '../../src/store/ids.ts';

/** What a person tells over the store of a history, as the app puts it together. `now`: milliseconds since 1970. */
export function tellingOf(
  history: SessionHistory,
  now: () => number = () => Date.now(),
): { readonly safety: Safety; readonly wishes: Wishes } {
  const use: SessionHistory['use'] = (work) => history.use(work);
  const told = new FollowedRecords({ use, of: (shelf) => shelf.told });
  const wished = new FollowedRecords({ use, of: (shelf) => shelf.wishes });
  return { safety: new Safety(told, newId, now), wishes: new Wishes(wished, newId, now) };
}
