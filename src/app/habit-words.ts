import { breakEvery } from '../core/advice/breaks.ts';
import type { Pace } from '../core/advice/pace.ts';
import type { PlayerStep } from '../core/advice/sequence.ts';
import type { WorkstationId } from '../core/advice/workstation.ts';
import { m } from '../messages/generated/messages.js';
import { numberText } from './intl.ts';
import type { NoticeRight } from './notifier.ts';

/** To stand up and move, and how often. */
export function breakText(): string {
  return m.habit_break({ least: numberText(breakEvery.least), most: numberText(breakEvery.most) });
}

/** What to look at in a place to work. */
export const workstationWords: Readonly<Record<WorkstationId, () => string>> = {
  feet: m.workstation_feet,
  knees: m.workstation_knees,
  thighs: m.workstation_thighs,
  back: m.workstation_back,
  elbows: m.workstation_elbows,
  screen: m.workstation_screen,
  vary: m.workstation_vary,
};

/** What to change where it is not so. */
export const workstationChanges: Readonly<Record<WorkstationId, () => string>> = {
  feet: m.workstation_feet_change,
  knees: m.workstation_knees_change,
  thighs: m.workstation_thighs_change,
  back: m.workstation_back_change,
  elbows: m.workstation_elbows_change,
  screen: m.workstation_screen_change,
  vary: m.workstation_vary_change,
};

/** Who will remind, by whether notices may be shown outside of the page. */
export const noticeWords: Readonly<Record<NoticeRight, () => string>> = {
  granted: m.break_right_granted,
  default: m.break_right_default,
  denied: m.break_right_denied,
  missing: m.break_right_missing,
};

/** How the programme goes on, as a sentence. */
export const paceWords: Readonly<Record<Pace, () => string>> = {
  add: m.pace_add,
  keep: m.pace_keep,
  held: m.pace_held,
  ease: m.pace_ease,
  pause: m.pace_pause,
};

/** What the player asks for in each kind of step. */
export const playerWords: Readonly<Record<PlayerStep['kind'], () => string>> = {
  ready: m.player_ready,
  hold: m.player_hold,
  release: m.player_release,
  move: m.player_move,
  rest: m.player_rest,
  switch: m.player_switch,
};
