import { checkOf, type SetUpReading } from './set-up-reading.ts';
import {
  setUpChecks,
  setUpProblems,
  type SetUpCheck,
  type SetUpProblem,
  type SetUpStanding,
  type SetUpView,
} from './set-up-view.ts';

/** For how long all has to hold. Two good seconds are what the design asks for. */
const goodMs = 2000;

/** Chosen: pose models lose a limb for one or two frames at 15 a second; longer is real. */
const doubtMs = 300;

/** Chosen: shorter than a person's reaction, longer than what jitters over a limit. */
const persistMs = 500;

/** Chosen: two frames in a row at 8 a second; whoever walks out is told so well within half a second. */
const nobodyMs = 200;

/** Chosen: no more than this is believed of the time between two frames, at 2 a second or after a stall. */
const longestStepMs = 500;

/**
 * What two frames in a row show has stood between them, if they are not further apart. Chosen: a slow device gives two
 * frames a second, and would else never be told what is wrong.
 */
const longestGapMs = 1000;

/** When a problem was first and last seen in one go; milliseconds of frame time. */
interface Seen {
  readonly since: number;
  readonly last: number;
}

/** How a set-up has gone so far. Times are the frames' own, in milliseconds. */
export interface SetUpState {
  readonly view: SetUpView;
  readonly seen: Readonly<Partial<Record<SetUpProblem, Seen>>>;
  /** When each check held last. */
  readonly held: Readonly<Partial<Record<SetUpCheck, number>>>;
  readonly at: number | null;
  /** For how long all has held. */
  readonly good: number;
  /** Since when it has not; null while it does. */
  readonly badSince: number | null;
}

/** Before the first frame. */
export const setUpStart: SetUpState = {
  view: {
    checks: {
      body: 'unknown',
      'side-on': 'unknown',
      light: 'unknown',
      distance: 'unknown',
      camera: 'unknown',
    },
    problem: null,
    progress: 0,
  },
  seen: {},
  held: {},
  at: null,
  good: 0,
  badSince: null,
};

/**
 * The state after one more frame. A problem is shown once it has lasted, and taken back once it has been gone for
 * a moment; nobody and two people are told sooner. Bad frames stop the two good seconds, and empty them when they
 * last. Pure: the same readings give the same states.
 */
export function advanceSetUp(state: SetUpState, reading: SetUpReading): SetUpState {
  const { at } = reading;
  const seen = seenWith(state, reading);
  const held = { ...state.held };
  for (const check of setUpChecks) if (reading.checks[check] === 'good') held[check] = at;
  const isGood = setUpChecks.every((check) => reading.checks[check] === 'good');
  const badSince = isGood ? null : (state.badSince ?? at);
  // What was between a bad frame and a good one is not known to have been good.
  const isGoingOn = state.at !== null && state.badSince === null;
  const step = isGoingOn ? Math.min(at - state.at, longestStepMs) : 0;
  const kept = badSince !== null && at - badSince > doubtMs ? 0 : state.good;
  const good = isGood ? kept + step : kept;
  return { view: viewOf(seen, held, at, good), seen, held, at, good, badSince };
}

function seenWith(past: SetUpState, { at, problems }: SetUpReading): SetUpState['seen'] {
  const seen: Partial<Record<SetUpProblem, Seen>> = {};
  for (const problem of setUpProblems) {
    const before = past.seen[problem];
    const patience = before?.last === past.at ? longestGapMs : doubtMs;
    const isFresh = before !== undefined && at - before.last <= patience;
    if (problems.includes(problem))
      seen[problem] = { since: isFresh ? before.since : at, last: at };
    else if (isFresh) seen[problem] = before;
  }
  return seen;
}

function viewOf(
  seen: SetUpState['seen'],
  held: SetUpState['held'],
  at: number,
  good: number,
): SetUpView {
  const shown = setUpProblems.filter((problem) => hasLasted(problem, seen[problem]));
  const standing = (check: SetUpCheck): SetUpStanding => {
    if (shown.some((problem) => checkOf[problem] === check)) return 'bad';
    const last = held[check];
    return last !== undefined && at - last <= doubtMs ? 'good' : 'unknown';
  };
  return {
    checks: {
      body: standing('body'),
      'side-on': standing('side-on'),
      light: standing('light'),
      distance: standing('distance'),
      camera: standing('camera'),
    },
    problem: shown[0] ?? null,
    progress: Math.min(1, good / goodMs),
  };
}

function hasLasted(problem: SetUpProblem, seen: Seen | undefined): boolean {
  if (!seen) return false;
  // Somebody else is looked for only once a second, and is not found by mistake.
  if (problem === 'two-people') return true;
  return seen.last - seen.since >= (problem === 'nobody' ? nobodyMs : persistMs);
}
