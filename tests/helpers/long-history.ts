import { degrees } from '../../src/core/geometry/angle.ts';
import type { DiaryEntry } from '../../src/core/session/diary.ts';
import type { Result, Session } from '../../src/core/session/session.ts';
import type { SetUp } from '../../src/core/session/set-up.ts';
import { measuredTrial, bentKnee } from './sessions.ts';
import { goodSetUp } from './set-ups.ts';

/** How much of a life with Limber to make up. */
export interface LongHistory {
  /** The same seed gives the same history. */
  readonly seed?: number;
  readonly sessions?: number;
  readonly years?: number;
  /** When the last session is, in milliseconds since 1970; the others are before it. */
  readonly until?: number;
}

const day = 24 * 60 * 60 * 1000;

/** People move house and travel. */
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'] as const;

const farRound: SetUp = { ...goodSetUp, yaw: degrees(40) };

/**
 * Somebody's sessions, oldest first: both legs each time, other tests now and then; who gains in the first two years
 * and stays there. One of 25 results was refused, one of 30 sessions was seen by a camera far round, now and then it
 * hurt. By default 10,000 sessions over 10 years until 1 June 2026.
 */
export function longHistory(wanted: LongHistory = {}): readonly Session[] {
  const { seed = 1, sessions = 10_000, years = 10, until = Date.UTC(2026, 5, 1, 12) } = wanted;
  const chance = chancesFrom(seed);
  const time = years * 365.25 * day;
  return Array.from({ length: sessions }, (_, index) => {
    const share = sessions === 1 ? 1 : index / (sessions - 1);
    const setUp = chance() < 1 / 30 ? farRound : goodSetUp;
    const gained = 22 * Math.min(1, (share * years) / 2);
    // The sum of a few even chances is nearly normal.
    const scatter = (): number => 2.6 * (chance() + chance() + chance() + chance() - 2) * 1.73;
    const results = [
      resultOf({ test: 'slr', side: 'left' }, 58 + gained + scatter(), setUp, chance),
      resultOf({ test: 'slr', side: 'right' }, 62 + 0.7 * gained + scatter(), setUp, chance),
    ];
    if (index % 4 === 0) {
      results.push(
        resultOf({ test: 'forward-bend', side: null }, 80 + gained + scatter(), setUp, chance),
      );
    }
    if (index % 10 === 0) {
      results.push(
        resultOf({ test: 'ake', side: 'left' }, 35 - gained / 2 + scatter(), setUp, chance),
        resultOf({ test: 'ake', side: 'right' }, 33 - gained / 2 + scatter(), setUp, chance),
      );
    }
    const startedAt = Math.round(until - (1 - share) * time);
    return {
      id: idOf(startedAt, index),
      startedAt,
      timeZone: zones[Math.floor(share * 2.999)] ?? 'UTC',
      origin: 'camera' as const,
      firstSide: 'left' as const,
      conditions: { warmUp: null, clothing: null },
      gates: [],
      results,
    };
  });
}

/** What the same person wrote down: something on two of three days of the same time. */
export function longDiary(wanted: LongHistory = {}): readonly DiaryEntry[] {
  const { seed = 1, years = 10, until = Date.UTC(2026, 5, 1, 12) } = wanted;
  const chance = chancesFrom(seed + 1);
  const days = Math.floor(years * 365.25);
  return Array.from({ length: days }, (_, back) => days - 1 - back).flatMap((back) => {
    if (chance() < 1 / 3) return [];
    const at = until - back * day;
    const isBad = chance() < 0.1;
    const minutes = chance() < 0.8 ? 5 + Math.floor(15 * chance()) : null;
    // Something is told every time.
    const pain = minutes === null || chance() < 0.3 ? Math.floor(5 * chance()) : null;
    return { id: idOf(at, back), at, note: isBad ? 'A long day at the desk' : '', minutes, pain };
  });
}

function resultOf(
  step: Pick<Result, 'test' | 'side'>,
  value: number,
  setUp: SetUp,
  chance: () => number,
): Result {
  const isRefused = chance() < 1 / 25;
  const halfWidth95 = degrees(3 + 3 * chance());
  return {
    ...step,
    estimate: isRefused ? null : { value: degrees(value), halfWidth95 },
    trials: isRefused ? [bentKnee] : [{ ...measuredTrial(Math.round(value)), trace: [] }],
    marks: chance() < 1 / 200 ? [{ sensation: 'pain', trial: 0, angle: null }] : [],
    setUp,
    end: isRefused ? 'refused' : 'complete',
  };
}

/** A UUIDv7 of a time, different for each number. */
function idOf(at: number, index: number): string {
  const time = at.toString(16).padStart(12, '0');
  const rest = index.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest}`;
}

/** Even chances from 0 to 1, the same for the same seed (mulberry32). */
function chancesFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
