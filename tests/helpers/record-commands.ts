import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { BrowserCommand } from 'vitest/node';
import type { Fault, FhirServer, Ways } from './fhir-server.ts';

/** What the record system of a test has, and what it was asked for. */
export interface RecordContents {
  /** How many of each kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly requests: readonly { readonly line: string; readonly token: string | null }[];
}

interface Running {
  readonly server: FhirServer;
  readonly base: string;
  readonly close: () => Promise<void>;
}

/** Medplum's definitions take seconds to load: not with the configuration, and once. */
let loaded: Promise<{ readonly module: { readonly FhirServer: typeof FhirServer } }> | null = null;

/** One at a time: the tests of a file follow one another. */
let running: Running | null = null;

function open(): Running {
  if (running === null) throw new Error('No record system is open');
  return running;
}

const closeRecord: BrowserCommand = async () => {
  await running?.close();
  running = null;
};

/** Starts a record system on another origin; gives its base address. Where an app may sign in, it is sent to /back. */
const openRecord: BrowserCommand<[ways: Ways, clientId: string | null]> = async (
  context,
  ways,
  clientId,
) => {
  await closeRecord(context);
  loaded ??= runnerImport(fileURLToPath(new URL('./fhir-server.ts', import.meta.url)));
  const server = new (await loaded).module.FhirServer(ways);
  running = { server, ...(await server.listen()) };
  const home = new URL('/back', running.base).href;
  if (clientId !== null) server.behave({ ...ways, app: { clientId, home } });
  return running.base;
};

const failNext: BrowserCommand<[faults: readonly Fault[]]> = (_, faults) => {
  open().server.faults.push(...faults);
};

/** Ends every sign-in. */
const expireSignIns: BrowserCommand = () => {
  open().server.expire();
};

/** Puts a patient into the record; gives the reference. */
const addPatient: BrowserCommand<[number: string, family: string]> = async (_, value, family) => {
  const { id } = await open().server.repository.createResource({
    resourceType: 'Patient',
    identifier: [{ system: 'http://clinic.example/numbers', value }],
    name: [{ given: ['Ada'], family }],
    birthDate: '1980-12-10',
  });
  return `Patient/${id}`;
};

const recordContents: BrowserCommand = async (): Promise<RecordContents> => {
  const { server } = open();
  const kinds = ['Patient', 'Observation', 'DocumentReference'] as const;
  const counts = await Promise.all(
    kinds.map(async (kind) => [kind, (await server.all(kind)).length] as const),
  );
  const requests = server.requests.map(({ line, token }) => ({ line, token }));
  return { counts: Object.fromEntries(counts), requests };
};

/** What a test in the browser may ask of Node: a record system on this machine. */
export const recordCommands = {
  openRecord,
  closeRecord,
  failNext,
  expireSignIns,
  addPatient,
  recordContents,
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    openRecord: (ways: Ways, clientId: string | null) => Promise<string>;
    closeRecord: () => Promise<void>;
    failNext: (faults: readonly Fault[]) => Promise<void>;
    expireSignIns: () => Promise<void>;
    addPatient: (number: string, family: string) => Promise<string>;
    recordContents: () => Promise<RecordContents>;
  }
}
