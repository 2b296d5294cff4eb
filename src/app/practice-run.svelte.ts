import type { Practice, Worked } from '../core/advice/practice.ts';
import type { Portion } from '../core/advice/routine.ts';
import { Failure } from '../core/errors.ts';
import type { Exercising } from './exercising.ts';
import { HoldWatch } from './hold-watch.svelte.ts';
import type { PlayerWish } from './player-keys.ts';
import { Player } from './player.svelte.ts';
import type { TakenOut, Told } from './practice-log.ts';

/** What has become of a run's place in the log. */
export type Keeping = 'keeping' | 'kept' | 'nothing' | 'failed' | 'taken-out';

/** One time of exercising: the player, then what is kept and told of it. */
export class PracticeRun {
  readonly player: Player;
  readonly #log: Exercising['log'];
  #worked: readonly Worked[] = $state.raw([]);
  #keeping: Keeping = $state.raw('keeping');
  #practice: Practice | null = null;
  #takenOut: TakenOut | null = null;
  #hurts: boolean = $state.raw(false);
  #hasTold: boolean = $state.raw(false);

  constructor(portions: readonly Portion[], { clock, announcer, log, camera }: Exercising) {
    this.#log = log;
    this.player = new Player(portions, {
      clock,
      announcer,
      watch: new HoldWatch(camera),
      onover: (worked) => {
        this.#worked = worked;
        void this.keep();
      },
    });
  }

  get worked(): readonly Worked[] {
    return this.#worked;
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  /** Whether it was ended since it hurt. */
  get hurts(): boolean {
    return this.#hurts;
  }

  /** Whether it was told how it went. */
  get hasTold(): boolean {
    return this.#hasTold;
  }

  /** Does what the person wants of the player. */
  obey(wish: PlayerWish): void {
    const { player } = this;
    switch (wish) {
      case 'toggle':
        player.press({ kind: player.isPaused ? 'resume' : 'pause' });
        return;
      case 'skip':
      case 'back':
        player.press({ kind: wish });
        return;
      case 'by-clock':
        player.goByClock();
        return;
      case 'hurt':
        this.#hurts = true;
        player.finish();
        return;
      case 'finish':
        player.finish();
    }
  }

  /** Keeps what was worked; once more where that failed. */
  keep(): Promise<void> {
    return this.#try(async () => {
      // What could be kept before is not kept twice.
      this.#practice ??= await this.#log.keep(this.#worked);
      this.#keeping = this.#practice === null ? 'nothing' : 'kept';
    });
  }

  /** Keeps how it went. */
  tell(told: Omit<Told, 'asked'>): Promise<void> {
    const id = this.#practice?.id;
    if (id === undefined) return Promise.resolve();
    return this.#try(async () => {
      await this.#log.tell(id, { asked: 'after', ...told });
      this.#hasTold = true;
    });
  }

  /** Takes it out of the log. */
  takeOut(): Promise<void> {
    const id = this.#practice?.id;
    if (id === undefined) return Promise.resolve();
    return this.#try(async () => {
      this.#takenOut = await this.#log.takeOut(id);
      this.#keeping = 'taken-out';
    });
  }

  /** Brings it back into the log; what is told from then on belongs to it. */
  bringBack(): Promise<void> {
    const takenOut = this.#takenOut;
    if (takenOut === null) return Promise.resolve();
    return this.#try(async () => {
      this.#practice = await this.#log.restore(takenOut);
      this.#keeping = 'kept';
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#keeping = 'failed';
    }
  }
}
