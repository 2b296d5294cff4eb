/*
 * [Note: Sign-in]
 * A clinic's sign-in opens in a tab of its own and comes back to this app there. The tab that waits has what was opened,
 * the state and the PKCE verifier in memory; what came back is handed to it over a channel of this origin, and is worth
 * nothing without them. Neither tab stores any of it. The tabs cannot see each other otherwise (COOP same-origin).
 */

/** What goes between the two tabs: what came back, and that it was taken by the one who asked for it. */
export type SignInNews = { readonly query: string } | { readonly taken: string };

/** The part of a BroadcastChannel that is used. */
export type SignInChannel = Pick<
  BroadcastChannel,
  'postMessage' | 'addEventListener' | 'removeEventListener' | 'close'
>;

/** A channel to the other tabs of this app. */
export function signInChannel(): SignInChannel {
  return new BroadcastChannel('limber-sign-in');
}

/** What came back from a sign-in in the address of this page; null where it is an ordinary address. */
export function returnedQuery({ search }: Pick<Location, 'search'>): string | null {
  const query = new URLSearchParams(search);
  const isBack = query.has('state') && (query.has('code') || query.has('error'));
  return isBack ? query.toString() : null;
}

/** The state in what came back. */
function stateOf(query: string): string {
  return new URLSearchParams(query).get('state') ?? '';
}

/** Chosen: many times what a tab that waits takes, also in the background. */
const answeredWithin = 3000;

/** Hands what came back to the tab that asked for it; gives whether there is one. */
export function handOver(query: string, channel: SignInChannel): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isTaken: boolean): void => {
      clearTimeout(timer);
      channel.close();
      resolve(isTaken);
    };
    const timer = setTimeout(() => {
      end(false);
    }, answeredWithin);
    channel.addEventListener('message', ({ data }: MessageEvent<SignInNews>) => {
      if ('taken' in data && data.taken === stateOf(query)) end(true);
    });
    channel.postMessage({ query } satisfies SignInNews);
  });
}

/** Takes what comes back with this state, once; gives the function that stops waiting. */
export function awaitReturn(
  state: string,
  channel: SignInChannel,
  take: (query: string) => void,
): () => void {
  const hear = ({ data }: MessageEvent<SignInNews>): void => {
    if (!('query' in data) || stateOf(data.query) !== state) return;
    channel.removeEventListener('message', hear);
    channel.postMessage({ taken: state } satisfies SignInNews);
    take(data.query);
  };
  channel.addEventListener('message', hear);
  return () => {
    channel.removeEventListener('message', hear);
    channel.close();
  };
}
