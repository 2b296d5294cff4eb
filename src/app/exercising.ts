import { BreakReminder } from './break-reminder.svelte.ts';
import type { Clock } from './clock.ts';
import type { HoldCameraParts } from './hold-camera.svelte.ts';
import { minuteOfDayHere } from './intl.ts';
import { KeptSetting } from './kept-setting.svelte.ts';
import type { Notifier } from './notifier.ts';
import type { PlayerAnnouncer } from './player-announcer.svelte.ts';
import type { UseShelf } from './opened-shelf.ts';
import { PracticeLog } from './practice-log.ts';

/** What exercising needs of the rest of the app. */
export interface ExercisingParts {
  readonly use: UseShelf;
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly announcer: PlayerAnnouncer;
  readonly camera: HoldCameraParts;
  readonly saveFile: (file: Blob, name: string) => void;
  readonly newId: () => string;
  /** Called when a notice of a break is pressed. */
  readonly onbreak: () => void;
}

/** All that exercising and day habits share: the log, what was chosen, the clock, the reminder. */
export class Exercising {
  readonly clock: Clock;
  readonly announcer: PlayerAnnouncer;
  readonly camera: HoldCameraParts;
  readonly saveFile: (file: Blob, name: string) => void;
  readonly newId: () => string;
  readonly log: PracticeLog;
  readonly placeToWork: KeptSetting<'placeToWork'>;
  readonly reminder: BreakReminder;
  readonly #breaks: KeptSetting<'breaks'>;

  constructor(parts: ExercisingParts) {
    const { use, clock, notifier, announcer, camera, saveFile, newId, onbreak } = parts;
    this.clock = clock;
    this.announcer = announcer;
    this.camera = camera;
    this.saveFile = saveFile;
    this.newId = newId;
    this.log = new PracticeLog(use, newId, () => clock.now());
    this.placeToWork = new KeptSetting(use, 'placeToWork');
    this.#breaks = new KeptSetting(use, 'breaks');
    this.reminder = new BreakReminder({
      clock,
      notifier,
      wish: this.#breaks,
      minuteOfDay: minuteOfDayHere,
      onpress: onbreak,
    });
  }

  /** Reads what is kept and follows it; gives the function that stops it. */
  follow(): () => void {
    for (const setting of [this.placeToWork, this.#breaks]) void setting.read();
    const stops = [this.log.follow(), this.reminder.follow()];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Somebody else is the current person: goes on with what is kept of them. */
  turn(): void {
    for (const part of [this.log, this.placeToWork, this.#breaks]) part.turn();
  }
}
