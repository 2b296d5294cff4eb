import { breakEvery } from '../core/advice/breaks.ts';
import type { Pace } from '../core/advice/pace.ts';
import type { PlayerStep } from '../core/advice/sequence.ts';
import type { WorkstationId } from '../core/advice/workstation.ts';
import { m } from '../messages/generated/messages.js';
import { numberText } from './intl.ts';

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
