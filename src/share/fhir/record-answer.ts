import * as v from 'valibot';
import type { FailureCode } from '../../core/errors.ts';
import { againIn, statusOf, textOfAnswer } from '../http-answer.ts';
import { fhirText } from './fhir-text.ts';
import { RecordFailure } from './record-failure.ts';
import type { Transaction } from './transaction.ts';

/** What came back: `content` is the JSON, undefined where it was none. */
export interface RecordAnswer {
  readonly status: number;
  readonly content: unknown;
  /** Milliseconds after which it may be asked again, where the record said so; null else. */
  readonly again: number | null;
}

/** Chosen: eight entries with a report in them come to 2 MB where a record sends all of it back. */
const mostText = 16 * 2 ** 20;

/** Reads an answer. Throws RecordFailure record-foreign for one without an end; TypeError where it was cut off. */
export async function answerIn(response: Response, now: number): Promise<RecordAnswer> {
  const text = await textOfAnswer(response, mostText, () => new RecordFailure('record-foreign'));
  return { status: statusOf(response), content: contentIn(text), again: againIn(response, now) };
}

function contentIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const codes = new Map<number, FailureCode>([
  [401, 'record-denied'],
  [403, 'record-forbidden'],
  [404, 'record-foreign'],
  [405, 'record-foreign'],
  [408, 'record-failing'],
  [409, 'record-conflict'],
  [410, 'record-foreign'],
  [412, 'record-conflict'],
  [413, 'record-too-large'],
  [429, 'record-busy'],
  [503, 'record-busy'],
]);

/** Why a status is none of success; null for success. */
export function failureOf(status: number, content: unknown): RecordFailure | null {
  if (status >= 200 && status < 300) return null;
  const group =
    status >= 500 ? 'record-failing' : status >= 400 ? 'record-refused' : 'record-foreign';
  return new RecordFailure(codes.get(status) ?? group, saidIn(content));
}

const outcome = v.object({
  resourceType: v.literal('OperationOutcome'),
  issue: v.array(
    v.object({
      severity: v.optional(v.string()),
      diagnostics: v.optional(v.string()),
      details: v.optional(v.object({ text: v.optional(v.string()) })),
    }),
  ),
});

/** Chosen: two lines on a phone. */
const mostSaid = 200;

/** The first thing that an OperationOutcome says is wrong, as one line; null for none. */
function saidIn(content: unknown): string | null {
  const parsed = v.safeParse(outcome, content);
  if (!parsed.success) return null;
  const { issue } = parsed.output;
  const worst = issue.find(({ severity }) => severity === 'fatal' || severity === 'error');
  const { details, diagnostics } = worst ?? issue[0] ?? {};
  const line = fhirText(details?.text ?? diagnostics ?? '').replaceAll(/\s+/g, ' ');
  if (line === '') return null;
  return line.length > mostSaid ? `${line.slice(0, mostSaid).trimEnd()}…` : line;
}

/** What became of what was sent. The person is counted on their own. */
export interface Tally {
  /** Whether the person is new in the record. */
  readonly isNewPatient: boolean;
  readonly created: number;
  readonly present: number;
  /** Numbers put right by hand that the record has had before. */
  readonly updated: number;
}

export const nothingSent: Tally = { isNewPatient: false, created: 0, present: 0, updated: 0 };

const entryAnswer = v.object({
  response: v.object({ status: v.string(), outcome: v.optional(v.unknown()) }),
});
const transactionAnswer = v.object({
  resourceType: v.literal('Bundle'),
  // Some treat a transaction as a batch, each entry on its own.
  type: v.picklist(['transaction-response', 'batch-response']),
  entry: v.array(entryAnswer),
});

/** Adds up an answer to a transaction. Throws RecordFailure where it is none, or an entry of it was not kept. */
export function tallyOf(before: Tally, sent: Transaction, content: unknown): Tally {
  const parsed = v.safeParse(transactionAnswer, content);
  if (!parsed.success || parsed.output.entry.length !== sent.entry.length) {
    throw new RecordFailure('record-foreign');
  }
  let { isNewPatient, created, present, updated } = before;
  parsed.output.entry.forEach(({ response }, index) => {
    const status = Number.parseInt(response.status, 10);
    const failure = failureOf(status, response.outcome);
    if (failure !== null) throw failure;
    const { resource, request } = sent.entry[index] as Transaction['entry'][number];
    if (resource.resourceType === 'Patient') isNewPatient ||= status === 201;
    else if (status === 201) created += 1;
    else if (request.method === 'PUT') updated += 1;
    else present += 1;
  });
  return { isNewPatient, created, present, updated };
}
