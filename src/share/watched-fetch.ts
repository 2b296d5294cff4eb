import { urlIn } from './fhir/record-address.ts';

/** Chosen: the browser tells of it within the same turn or the next; this is many. */
const toldWithin = 50;

/**
 * `fetch`, which throws what `blocked` makes of the host where this page's own policy forbids that host: by itself it
 * could not be told from a network that is down.
 */
export function watchedFetch(
  fetch: typeof globalThis.fetch,
  page: Pick<Document, 'addEventListener' | 'removeEventListener'>,
  blocked: (host: string, cause: unknown) => Error,
): typeof globalThis.fetch {
  return async (input, init) => {
    const { origin } = new URL(input instanceof Request ? input.url : input);
    const refused = new Set<string>();
    const see = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
      if (effectiveDirective === 'connect-src') refused.add(urlIn(blockedURI)?.origin ?? '');
    };
    page.addEventListener('securitypolicyviolation', see);
    try {
      return await fetch(input, init);
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, toldWithin));
      if (refused.has(origin)) throw blocked(origin, error);
      throw error;
    } finally {
      page.removeEventListener('securitypolicyviolation', see);
    }
  };
}
