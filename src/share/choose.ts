import type { SafetyRecord } from '../core/safety/record.ts';
import type { CorrectedSession } from '../core/session/corrected.ts';
import type { Correction } from '../core/session/correction.ts';
import type { DiaryEntry } from '../core/session/diary.ts';
import type { Person } from '../core/session/person.ts';
import {
  parts,
  shareVersion,
  type Choice,
  type LoggedExercise,
  type Part,
  type Shared,
  type SharedMotion,
  type SharedPerson,
  type SharedStill,
} from './content.ts';
import { linesOf } from './lines.ts';
import { shortCorrection, shortSession } from './short-records.ts';

/** Everything that is known of a person and could be shared. */
export interface Shareable {
  readonly person: Person;
  /** As they are shown, with corrections; with their curves where those are to be shared. */
  readonly sessions: readonly CorrectedSession[];
  readonly corrections: readonly Correction[];
  readonly diary: readonly DiaryEntry[];
  readonly log: readonly LoggedExercise[];
  readonly safety: readonly SafetyRecord[];
  readonly motion: readonly SharedMotion[];
  /** Those that the person added. */
  readonly stills: readonly SharedStill[];
}

/** When and by what it is shared. */
export type Stamp = Pick<Shared, 'id' | 'madeAt' | 'app'>;

/** What was chosen of what could be shared; see [Note: What is shared]. The sample's sessions are nobody's. */
export function sharedOf(all: Shareable, choice: Choice, stamp: Stamp): Shared {
  const has = (part: Part): boolean => choice.parts.includes(part);
  const isWithin = (at: number): boolean =>
    at >= (choice.from ?? -Infinity) && at <= (choice.to ?? Infinity);
  const isChosen = ({ test }: { readonly test: string }): boolean =>
    choice.tests.some((one) => one === test);
  const sessions = all.sessions
    .filter(({ startedAt, origin }) => isWithin(startedAt) && origin !== 'sample')
    .map((session) => ({ ...session, results: session.results.filter(isChosen) }))
    .filter(({ results }) => results.length > 0)
    .toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  const known = new Set(sessions.map(({ id }) => id));
  const belongs = (one: { readonly sessionId: string; readonly test: string }): boolean =>
    known.has(one.sessionId) && isChosen(one);
  return {
    format: 'limber-share',
    version: shareVersion,
    ...stamp,
    person: personOf(all.person, has('name'), has('about')),
    leftOut: parts.filter((part) => !has(part)),
    sessions: sessions.map((session) => shortSession(session, has('curves'))),
    corrections: all.corrections.filter(belongs).map(shortCorrection),
    lines: linesOf(sessions),
    diary: all.diary
      .filter(({ at }) => isWithin(at))
      .map((entry) => ({
        ...entry,
        note: has('notes') ? entry.note : '',
        pain: has('pain') ? entry.pain : null,
        minutes: has('plan') ? entry.minutes : null,
      }))
      .filter(({ note, pain, minutes }) => note !== '' || pain !== null || minutes !== null),
    log: has('plan')
      ? all.log.filter(({ at }) => isWithin(at)).map((one) => (has('pain') ? one : painless(one)))
      : [],
    safety: has('safety')
      ? all.safety
          .filter(({ at }) => isWithin(at))
          .map((record) => (has('pain') ? record : withoutPain(record)))
      : [],
    motion: has('motion') ? all.motion.filter(belongs) : [],
    stills: all.stills.filter(belongs),
  };
}

function personOf(person: Person, withName: boolean, withAbout: boolean): SharedPerson {
  const { id, name, birthYear, sex, height, sideNotes } = person;
  return {
    id,
    name: withName ? name : '',
    birthYear: withAbout ? birthYear : null,
    sex: withAbout ? sex : null,
    height: withAbout ? height : null,
    sideNotes: withAbout ? sideNotes : { left: '', right: '' },
  };
}

function withoutPain(record: SafetyRecord): SafetyRecord {
  if (record.kind === 'seen') return record;
  return { ...record, answers: { ...record.answers, pain: null } };
}

function painless(one: LoggedExercise): LoggedExercise {
  return { ...one, after: null, nextMorning: null, pain: null };
}
