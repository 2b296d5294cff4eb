import { StoreFailure } from '../share/health-link/store-failure.ts';
import { StoreLine } from '../share/health-link/store-line.ts';
import { ClinicStore } from './clinic-store.svelte.ts';
import { networkHere } from './network-here.ts';
import { settingsShelf } from './settings.svelte.ts';

function network(): ReturnType<typeof networkHere> {
  return networkHere((host, cause) => new StoreFailure('store-blocked', { host }, { cause }));
}

/** The way to the clinic's store out of the real browser. */
export function clinicStoreHere(): ClinicStore {
  const home = `${location.origin}${location.pathname}`;
  return new ClinicStore({ ...network(), shelf: settingsShelf(), home });
}

/** Reads what a link leads to, wherever that is. Throws as `StoreLine.read` does. */
export function readObjectHere(url: string, signal: AbortSignal): Promise<string> {
  return new StoreLine(null, network()).read(url, signal);
}
