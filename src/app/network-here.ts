import { usualTimeout, type LineParts } from '../share/tries.ts';
import { watchedFetch } from '../share/watched-fetch.ts';

/** The network of the real browser; `blocked` makes what is thrown where this page's policy forbids a host. */
export function networkHere(blocked: (host: string, cause: unknown) => Error): LineParts {
  return {
    fetch: watchedFetch((input, init) => fetch(input, init), document, blocked),
    wait,
    now: () => Date.now(),
    timeout: usualTimeout,
  };
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
