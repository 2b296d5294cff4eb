import { urlIn } from './record-address.ts';
import { RecordFailure } from './record-failure.ts';

/** Chosen: the browser tells of it within the same turn or the next; this is many. */
const toldWithin = 50;

/**
 * `fetch`, which throws RecordFailure record-blocked with the host in `said` where this page's own policy forbids
 * that host: by itself it could not be told from a network that is down.
 */
export function watchedFetch(
  fetch: typeof globalThis.fetch,
  page: Pick<Document, 'addEventListener' | 'removeEventListener'>,
): typeof globalThis.fetch {
  return async (input, init) => {
    const { origin } = new URL(input instanceof Request ? input.url : input);
    const blocked = new Set<string>();
    const see = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
      if (effectiveDirective === 'connect-src') blocked.add(urlIn(blockedURI)?.origin ?? '');
    };
    page.addEventListener('securitypolicyviolation', see);
    try {
      return await fetch(input, init);
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, toldWithin));
      if (blocked.has(origin)) throw new RecordFailure('record-blocked', origin, { cause: error });
      throw error;
    } finally {
      page.removeEventListener('securitypolicyviolation', see);
    }
  };
}
