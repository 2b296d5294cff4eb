import type { HoldStand } from '../core/advice/hold-stand.ts';
import { soundsAhead } from '../core/advice/player-sounds.ts';
import { currentStep, type Playing } from '../core/advice/playing.ts';
import type { RoutineStep } from '../core/advice/routine.ts';
import type { HoldCameraState } from './hold-camera.svelte.ts';
import type { HoldWatch } from './hold-watch.svelte.ts';
import type { PlayerAnnouncer } from './player-announcer.svelte.ts';
import { overWords, pausedWords, stepSpoken } from './player-words.ts';
import { cameraSpoken, standSpoken } from './watch-words.ts';

/** Lets where a player is, and what its camera sees, be heard. */
export class PlayerTelling {
  readonly #announcer: Pick<PlayerAnnouncer, 'say' | 'plan'>;
  readonly #watch: Pick<HoldWatch, 'camera' | 'stand' | 'waits'>;
  /** What was told of the camera last, and of the hold that it counts. */
  #camera: HoldCameraState['at'];
  #stand: HoldStand | null;

  constructor(
    announcer: Pick<PlayerAnnouncer, 'say' | 'plan'>,
    watch: Pick<HoldWatch, 'camera' | 'stand' | 'waits'>,
  ) {
    this.#announcer = announcer;
    this.#watch = watch;
    this.#camera = watch.camera.at;
    this.#stand = watch.stand;
  }

  /** Plans the sounds that are ahead, as far as it is known when they come. */
  sound(playing: Playing<RoutineStep>): void {
    this.#announcer.plan(soundsAhead(playing, this.#firstWaiting(playing)));
  }

  /** The person has pressed something, or it begins. */
  tell(playing: Playing<RoutineStep>): void {
    this.sound(playing);
    this.#say(playing);
  }

  /** A step has begun by itself: its sounds were planned, but for what comes after a hold that waited. */
  tellStep(playing: Playing<RoutineStep>): void {
    if (this.#watch.camera.at !== 'off') this.sound(playing);
    this.#say(playing);
  }

  /** Where something has happened to the camera, or to the hold that it counts, says so. */
  tellNews(playing: Playing<RoutineStep>): void {
    const { camera, stand } = this.#watch;
    if (camera.at === this.#camera && stand === this.#stand) return;
    const begins = stand === 'held' ? [{ sound: 'marked', after: 0 } as const] : [];
    const ahead = soundsAhead(playing, this.#firstWaiting(playing));
    this.#announcer.plan([...begins, ...ahead]);
    this.#say(playing);
  }

  /** The number of the first step from here on whose time waits for the person; the number of steps for none. */
  #firstWaiting({ steps, index }: Playing<RoutineStep>): number {
    const first = steps.findIndex((step, i) => i >= index && this.#watch.waits(step));
    return first === -1 ? steps.length : first;
  }

  #say(playing: Playing<RoutineStep>): void {
    const { camera, stand } = this.#watch;
    const isNewCamera = camera.at !== this.#camera;
    this.#camera = camera.at;
    this.#stand = stand;
    const now = currentStep(playing);
    if (now === null) this.#announcer.say(overWords());
    else if (playing.isPaused) this.#announcer.say(pausedWords());
    else if (stand !== null) this.#announcer.say(standSpoken(stand, now.left));
    else this.#announcer.say((isNewCamera ? cameraSpoken(camera) : null) ?? stepSpoken(now.step));
  }
}
