import { usualTimeout } from '../share/fhir/record-line.ts';
import { watchedFetch } from '../share/fhir/watched-fetch.ts';
import { ClinicRecord } from './clinic-record.svelte.ts';
import { settingsShelf } from './settings.svelte.ts';
import { signInChannel } from './sign-in-return.ts';

/** The way to the clinic's record out of the real browser. */
export function clinicRecordHere(): ClinicRecord {
  return new ClinicRecord({
    fetch: watchedFetch((input, init) => fetch(input, init), document),
    wait,
    now: () => Date.now(),
    timeout: usualTimeout,
    shelf: settingsShelf(),
    home: `${location.origin}${location.pathname}`,
    openChannel: signInChannel,
  });
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
