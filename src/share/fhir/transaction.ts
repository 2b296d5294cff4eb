import * as v from 'valibot';
import { Failure } from '../../core/errors.ts';
import { writtenResource } from './resource-shapes.ts';
import type { Bundle, Identifier, Resource } from './resources.ts';

/*
 * [Note: Once]
 * A transaction may be sent any number of times: what has our identifier in the record already is not made again
 * (`ifNoneExist`). One kind of thing changes after it was sent: a number that was put right by hand. It goes as a
 * conditional update, or the record would keep the wrong number for ever. docs/sharing.md, decision 26.
 */

/** How one entry is to be kept. */
export type EntryRequest =
  | { readonly method: 'POST'; readonly url: string; readonly ifNoneExist: string }
  | { readonly method: 'PUT'; readonly url: string };

export interface TransactionEntry {
  readonly fullUrl: string;
  readonly resource: Resource;
  readonly request: EntryRequest;
}

/** Entries that a record keeps all or none of. */
export interface Transaction {
  readonly resourceType: 'Bundle';
  readonly type: 'transaction';
  readonly entry: readonly TransactionEntry[];
}

/**
 * The most entries of one transaction: Medplum takes no more where any of them has a condition
 * (`maxSerializableTransactionEntries` in its batch.ts, 4.5.2).
 */
export const mostEntries = 8;

/**
 * A collection as transactions, to be sent in this order. `patient`: the reference of the person in the record
 * ("Patient/17"), whose everything then is; null to have the person made, or found by our identifier.
 * Throws Failure record-content where anything in it is not as Limber writes it: then nothing may be sent.
 */
export function transactionsOf(bundle: Bundle, patient: string | null): readonly Transaction[] {
  const [first, ...others] = bundle.entry.map(({ fullUrl, resource }) => ({
    fullUrl,
    resource: checked(resource),
  }));
  if (first?.resource.resourceType !== 'Patient') throw new Failure('record-content');
  const about = patient ?? first.fullUrl;
  const own = patient === null ? [entryOf(first.fullUrl, first.resource, null)] : [];
  const rest = others.map(({ fullUrl, resource }) =>
    entryOf(fullUrl, withPatient(resource, about), patient),
  );
  const room = mostEntries - own.length;
  const count = Math.max(Math.ceil(rest.length / room), own.length);
  // Each has the person again, so that none depends on what became of another.
  return Array.from({ length: count }, (_, index) => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [...own, ...rest.slice(index * room, (index + 1) * room)],
  }));
}

function checked(resource: unknown): Resource {
  const parsed = v.safeParse(writtenResource, resource, { abortEarly: true });
  if (!parsed.success) throw new Failure('record-content');
  return parsed.output;
}

function withPatient(resource: Resource, reference: string): Resource {
  const subject = { reference };
  switch (resource.resourceType) {
    case 'Patient':
      throw new Failure('record-content');
    case 'Observation':
      return { ...resource, subject, performer: [subject] };
    case 'QuestionnaireResponse':
      return { ...resource, subject, source: subject };
    case 'DocumentReference':
      return { ...resource, subject };
  }
}

function entryOf(fullUrl: string, resource: Resource, patient: string | null): TransactionEntry {
  const { resourceType } = resource;
  // In the record of another person it is not in this one's.
  const of = patient === null ? '' : `&subject=${patient}`;
  const condition = `identifier=${tokenOf(identifierOf(resource))}${of}`;
  const isPutRight = resourceType === 'Observation' && resource.status === 'amended';
  const request: EntryRequest = isPutRight
    ? { method: 'PUT', url: `${resourceType}?${condition}` }
    : { method: 'POST', url: resourceType, ifNoneExist: condition };
  return { fullUrl, resource, request };
}

function identifierOf(resource: Resource): Identifier {
  return resource.resourceType === 'QuestionnaireResponse'
    ? resource.identifier
    : resource.identifier[0];
}

/** As it is written in a search. */
function tokenOf({ system, value }: Identifier): string {
  return encodeURIComponent(`${system}|${value}`);
}
