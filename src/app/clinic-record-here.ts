import { RecordFailure } from '../share/fhir/record-failure.ts';
import { ClinicRecord } from './clinic-record.svelte.ts';
import { networkHere } from './network-here.ts';
import { settingsShelf } from './settings.svelte.ts';
import { signInChannel } from './sign-in-return.ts';

/** The way to the clinic's record out of the real browser. */
export function clinicRecordHere(): ClinicRecord {
  return new ClinicRecord({
    ...networkHere((host, cause) => new RecordFailure('record-blocked', host, { cause })),
    shelf: settingsShelf(),
    home: `${location.origin}${location.pathname}`,
    openChannel: signInChannel,
  });
}
