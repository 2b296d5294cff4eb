/**
 * Keeps the screen on while the person is too far away to touch it; gives the function that ends it.
 * Where the browser cannot, or will not to save its battery, the screen behaves as always.
 */
export function keepAwake(): () => void {
  const ending = new AbortController();
  const { signal } = ending;

  async function hold(): Promise<void> {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (signal.aborted) await lock.release();
      else signal.addEventListener('abort', () => void lock.release());
    } catch {
      // Refused for a low battery: no reason to stop a check.
    }
  }

  // The browser lets go of the lock whenever the page is hidden.
  document.addEventListener('visibilitychange', () => void hold(), { signal });
  void hold();
  return () => {
    ending.abort();
  };
}
