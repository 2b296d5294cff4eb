import { belongsTo, type Session } from '../core/session/session.ts';
import { linesOf } from '../share/lines.ts';
import {
  parts,
  type Part,
  type Shared,
  type SharedLine,
  type SharedPerson,
  type SharedResult,
  type SharedSession,
} from '../share/content.ts';

/*
 * [Note: Joined]
 * All shares of one person seen as one. A share never changes, and a caseload is a set of them by their ids; what is
 * shown is a function of that set, whatever the order in which they came. A visit, an entry, an exercise that several
 * tell is told once. Where they differ, the newest share that says anything counts: the person may have corrected a
 * result since, or have left a part out.
 */

/** Of two sets by id their union, in the order of the ids; of one id, `a`'s, as records of one id are the same. */
export function unionOf<Thing extends { readonly id: string }>(
  a: readonly Thing[],
  b: readonly Thing[],
): readonly Thing[] {
  const byId = new Map([...b, ...a].map((one) => [one.id, one]));
  return [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** All shares of one person as one; see [Note: Joined]. Null without any. */
export function joined(shares: readonly Shared[]): Shared | null {
  const newestFirst = unionOf(shares, []).toSorted((a, b) => b.madeAt - a.madeAt);
  const [newest] = newestFirst;
  if (newest === undefined) return null;
  const sessions = groupsOf(
    newestFirst.flatMap((share) => share.sessions),
    ({ id }) => id,
  )
    .map(sessionOf)
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  return {
    ...newest,
    person: personOf(newestFirst.map(({ person }) => person)),
    leftOut: parts.filter((part) => isLeftOut(part, newestFirst)),
    sessions,
    corrections: correctionsOf(newestFirst),
    lines: joinedLines(newest, sessions),
    diary: groupsOf(
      newestFirst.flatMap(({ diary }) => diary),
      ({ id }) => id,
    )
      .map((same) => ({
        ...first(same),
        note: same.find(({ note }) => note !== '')?.note ?? '',
        minutes: newestTold(same.map(({ minutes }) => minutes)),
        pain: newestTold(same.map(({ pain }) => pain)),
      }))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    log: groupsOf(
      newestFirst.flatMap(({ log }) => log),
      ({ at, exercise }) => `${String(at)} ${exercise}`,
    )
      .map((same) => ({
        ...first(same),
        after: newestTold(same.map(({ after }) => after)),
        nextMorning: newestTold(same.map(({ nextMorning }) => nextMorning)),
        pain: newestTold(same.map(({ pain }) => pain)),
      }))
      .sort((a, b) => a.at - b.at || (a.exercise < b.exercise ? -1 : 1)),
    safety: groupsOf(
      newestFirst.flatMap(({ safety }) => safety),
      ({ id }) => id,
    )
      .map((same) => {
        const record = first(same);
        if (record.kind === 'seen') return record;
        const pains = same.map((one) => (one.kind === 'answered' ? one.answers.pain : null));
        return { ...record, answers: { ...record.answers, pain: newestTold(pains) } };
      })
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    motion: groupsOf(
      newestFirst.flatMap(({ motion }) => motion),
      ({ sessionId, test, side, trial }) => [sessionId, test, side, trial].join('/'),
    ).map(first),
  };
}

/** One visit as its shares tell it, newest first: each result as the newest share that has it. */
function sessionOf(same: readonly SharedSession[]): SharedSession {
  const newest = first(same);
  const results = groupsOf(
    same.flatMap((session) => session.results),
    ({ test, side }) => `${test}/${String(side)}`,
  );
  return { ...newest, results: results.map(withCurves) };
}

/** The newest telling of a result, with the curves of an older one where they were left out since. */
function withCurves(same: readonly SharedResult[]): SharedResult {
  const newest = first(same);
  const trials = newest.trials.map((trial, index) => {
    if (trial.kind === 'refused' || trial.curve !== null) return trial;
    for (const older of same) {
      const one = older.trials[index];
      if (one?.kind === 'measured' && one.curve !== null) return { ...trial, curve: one.curve };
    }
    return trial;
  });
  return { ...newest, trials };
}

/** A correction belongs to the telling of its result that counts: an older one may have been put right again since. */
function correctionsOf(newestFirst: readonly Shared[]): Shared['corrections'] {
  const settled = new Set<string>();
  return newestFirst.flatMap(({ sessions, corrections }) => {
    const here = sessions.flatMap(({ id, results }) => results.map((one) => keyOf(id, one)));
    const own = corrections.filter((one) => {
      const key = keyOf(one.sessionId, one);
      return here.includes(key) && !settled.has(key);
    });
    for (const key of here) settled.add(key);
    return own;
  });
}

function keyOf(sessionId: string, { test, side }: Pick<SharedResult, 'test' | 'side'>): string {
  return [sessionId, test, side].join('/');
}

function personOf(newestFirst: readonly SharedPerson[]): SharedPerson {
  const remark = (side: 'left' | 'right'): string =>
    newestFirst.find(({ sideNotes }) => sideNotes[side] !== '')?.sideNotes[side] ?? '';
  return {
    id: first(newestFirst).id,
    name: newestFirst.find(({ name }) => name !== '')?.name ?? '',
    birthYear: newestTold(newestFirst.map(({ birthYear }) => birthYear)),
    sex: newestTold(newestFirst.map(({ sex }) => sex)),
    height: newestTold(newestFirst.map(({ height }) => height)),
    sideNotes: { left: remark('left'), right: remark('right') },
  };
}

/** Who somebody is was told once it was told in one share; of all else, one gap is enough to be no "no". */
function isLeftOut(part: Part, shares: readonly Shared[]): boolean {
  const lacks = ({ leftOut }: Shared): boolean => leftOut.includes(part);
  return part === 'name' || part === 'about' ? shares.every(lacks) : shares.some(lacks);
}

/** As the person's own app judged, where the newest share has every result; else anew over all of them. */
function joinedLines(newest: Shared, sessions: readonly SharedSession[]): readonly SharedLine[] {
  const hasAll = sessions.every(({ id, results }) => {
    const own = newest.sessions.find((one) => one.id === id);
    return results.every((result) => own?.results.some((one) => belongsTo(one, result)));
  });
  return hasAll ? newest.lines : linesOf(sessions.map(asMeasured));
}

function asMeasured({ results, ...session }: SharedSession): Session {
  return {
    ...session,
    firstSide: null,
    gates: [],
    results: results.map(({ test, side, estimate, marks, setUp, end }) => ({
      ...{ test, side, estimate, marks, end, trials: [] },
      setUp: setUp && { ...setUp, camera: null, outline: null },
    })),
  };
}

/** Things of the same key together, in the order in which each key and each thing first came. */
function groupsOf<Thing>(
  things: readonly Thing[],
  keyIn: (thing: Thing) => string,
): readonly (readonly [Thing, ...Thing[]])[] {
  const groups = new Map<string, [Thing, ...Thing[]]>();
  for (const thing of things) {
    const key = keyIn(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return [...groups.values()];
}

function first<Thing>([one]: readonly Thing[]): Thing {
  return one as Thing;
}

function newestTold<Value>(newestFirst: readonly (Value | null)[]): Value | null {
  return newestFirst.find((one) => one !== null) ?? null;
}
