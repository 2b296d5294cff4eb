import * as v from 'valibot';
import { testIds } from '../core/protocol/protocol.ts';
import type { Shared } from '../share/content.ts';
import type { GoniometerValue } from '../share/goniometer.ts';
import { wholeShared } from '../share/shapes.ts';
import { angle, id, index, side, time } from '../store/values.ts';
import type { Summary } from './summary.ts';

/** What a therapist writes for themself about a person. Never changes. */
export interface OwnNote {
  /** UUIDv7. */
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly text: string;
}

/** What a therapist adds to what was shared. */
export type OwnRecord =
  ({ readonly kind: 'goniometer' } & GoniometerValue) | ({ readonly kind: 'note' } & OwnNote);

/** What is kept of one person, by its own id. */
export type CaseRecord = { readonly kind: 'share'; readonly shared: Shared } | OwnRecord;

/** A person of the caseload as the list has them. */
export interface CasePerson {
  /** The same in all that they share. */
  readonly id: string;
  readonly summary: Summary;
  /** When their page was opened last, milliseconds since 1970; null for never. */
  readonly seenAt: number | null;
  readonly isFlagged: boolean;
}

/** Chosen: as long as a page of writing. */
const longestNote = 4000;

const step = { test: v.picklist(testIds), side: v.nullable(side) };

const record = v.variant('kind', [
  v.strictObject({ kind: v.literal('share'), id, person: id, shared: wholeShared }),
  v.strictObject({
    kind: v.literal('goniometer'),
    id,
    person: id,
    sessionId: id,
    ...step,
    value: angle,
    at: time,
  }),
  v.strictObject({
    kind: v.literal('note'),
    id,
    person: id,
    at: time,
    text: v.pipe(v.string(), v.maxLength(longestNote)),
  }),
]);

const person: v.GenericSchema<unknown, CasePerson> = v.strictObject({
  id,
  summary: v.strictObject({
    name: v.string(),
    visits: index,
    newestVisit: v.nullable(time),
    sharedAt: time,
    numbers: v.array(
      v.strictObject({
        ...step,
        value: v.nullable(angle),
        goniometer: v.nullable(angle),
        change: v.nullable(
          v.strictObject({
            amount: v.pipe(v.number(), v.integer()),
            verdict: v.picklist(['real', 'possible', 'noise']),
          }),
        ),
      }),
    ),
  }),
  seenAt: v.nullable(time),
  isFlagged: v.boolean(),
});

/** The row of a record: with whose it is. */
export function recordRow(owner: string, one: CaseRecord): object & { readonly id: string } {
  const own = one.kind === 'share' ? { ...one, id: one.shared.id } : one;
  // A plain copy: what is stored must be fit to be cloned.
  return structuredClone({ ...own, person: owner });
}

/** What a row says; null where it is not as this code writes it. Never throws. */
export function recordIn(row: unknown): CaseRecord | null {
  const parsed = v.safeParse(record, row, { abortEarly: true });
  if (!parsed.success) return null;
  const own = parsed.output;
  switch (own.kind) {
    case 'share':
      return { kind: own.kind, shared: own.shared };
    case 'note':
      return { kind: own.kind, id: own.id, at: own.at, text: own.text };
    case 'goniometer': {
      const { kind, id, at, sessionId, test, side, value } = own;
      return { kind, id, at, sessionId, test, side, value };
    }
  }
}

/** A person's row of the list; null where it is not as this code writes it. Never throws. */
export function personIn(row: unknown): CasePerson | null {
  const parsed = v.safeParse(person, row, { abortEarly: true });
  return parsed.success ? parsed.output : null;
}
