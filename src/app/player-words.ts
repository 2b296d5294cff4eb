import type { Muscle } from '../core/advice/muscles.ts';
import type { RoutineStep } from '../core/advice/routine.ts';
import type { BodySide } from '../core/body/pose.ts';
import { m } from '../messages/generated/messages.js';
import { getLocale } from '../messages/generated/runtime.js';
import { exerciseWords } from './exercise-words.ts';
import { playerWords } from './habit-words.ts';
import { numberText } from './intl.ts';

/** Which side works or is next, as part of a sentence or by itself. */
export const playerSideWords: Readonly<Record<BodySide, () => string>> = {
  left: m.player_left,
  right: m.player_right,
};

/** What is worked on. */
export const muscleWords: Readonly<Record<Muscle, () => string>> = {
  hamstrings: m.muscle_hamstrings,
  buttocks: m.muscle_buttocks,
  trunk: m.muscle_trunk,
  'front-of-hip': m.muscle_front_of_hip,
  calves: m.muscle_calves,
  thighs: m.muscle_thighs,
  moving: m.muscle_moving,
};

/** Chosen: what is shorter has no time for its number of seconds to be said. */
const leastSaid = 10;

/** What the step asks for, in giant words. */
export function cueText({ kind, exercise }: RoutineStep): string {
  return kind === 'move' && exercise === 'walking' ? m.player_walk() : playerWords[kind]();
}

/** What is said when a step begins. */
export function stepSpoken(step: RoutineStep): string {
  const { kind, exercise, side, set, repetition, seconds } = step;
  const what = cueText(step);
  const words = exerciseWords[exercise];
  if (kind === 'ready') {
    const [first] = words.steps;
    return sentences(words.name(), side && playerSideWords[side](), first?.() ?? null);
  }
  if (kind === 'switch') return sentences(what, side && playerSideWords[side]());
  if (kind === 'move' && repetition > 0) {
    return repetition === 1 ? sentences(what, numberText(1)) : numberText(repetition);
  }
  if (kind === 'rest') return sentences(what, m.player_set_next({ set: numberText(set) }));
  return seconds < leastSaid ? what : sentences(what, secondsText(seconds));
}

/** "30 seconds" */
export function secondsText(seconds: number): string {
  return m.player_seconds({ seconds: numberText(seconds) });
}

/** What is said when everything is done. */
export function overWords(): string {
  return m.player_over();
}

/** What is said when it is paused. */
export function pausedWords(): string {
  return m.player_paused();
}

function sentences(...parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}

/** A time that is left: seconds, from 100 on as "9:30". */
export function clockText(seconds: number): string {
  if (seconds < 100) return numberText(seconds);
  const rest = String(seconds % 60).padStart(2, '0');
  return `${numberText(Math.floor(seconds / 60))}:${rest}`;
}

/** For how long, in whole minutes and at least one: "12 minutes". */
export function minutesText(seconds: number): string {
  return new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.max(1, Math.round(seconds / 60)));
}

/** The same in short, for where several stand in a row: "4 min". */
export function shortMinutes(seconds: number): string {
  return new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(Math.round(seconds / 60));
}
