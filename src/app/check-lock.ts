const name = 'limber-check';

/**
 * Tells the browser's other tabs that a check runs in this one, until the given function is called or the tab is
 * gone. Where the browser has no locks, nobody is told.
 */
export function claimCheck(): () => void {
  const { promise, resolve } = released();
  // Rejected only where the page may not use locks: the check goes on without.
  void navigator.locks.request(name, { mode: 'shared' }, () => promise).catch(() => undefined);
  return resolve;
}

/** Whether a check runs in any tab of this browser. */
export async function isCheckRunning(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === name);
}

function released(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
