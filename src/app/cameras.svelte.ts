import { Failure } from '../core/errors.ts';
import type { CameraFrames } from './frame-supply.ts';
import type { RememberedCamera, Settings } from './settings.svelte.ts';

/** What the choice of a camera needs of the outside world. */
export interface CamerasParts {
  readonly settings: Settings;
  /** The cameras of this device; ids and labels are empty as long as none has been allowed. */
  readonly list: () => Promise<readonly RememberedCamera[]>;
  /** Opens a camera, the browser's own choice without an id. Throws a Failure. */
  readonly open: (options: { deviceId?: string }) => Promise<CameraFrames>;
}

/** The cameras of this device, and the one that was chosen last. */
export class Cameras {
  readonly #parts: CamerasParts;
  #all: readonly RememberedCamera[] = $state.raw([]);

  constructor(parts: CamerasParts) {
    this.#parts = parts;
  }

  /** The cameras that can be chosen; none before one has been allowed. */
  get all(): readonly RememberedCamera[] {
    return this.#all;
  }

  /** The chosen one among them; null for the browser's own choice, and where the chosen one is gone. */
  get chosen(): RememberedCamera | null {
    const { camera } = this.#parts.settings;
    return camera && sameIn(this.#all, camera);
  }

  /** The chosen one where it is known not to be connected; else null. */
  get gone(): RememberedCamera | null {
    const { camera } = this.#parts.settings;
    return this.#all.length > 0 && this.chosen === null ? camera : null;
  }

  /** Chooses the camera of this id and remembers it; null for the browser's own choice. */
  choose(deviceId: string | null): void {
    const camera = this.#all.find((each) => each.deviceId === deviceId) ?? null;
    this.#parts.settings.chooseCamera(camera);
  }

  /** Looks which cameras there are. */
  async refresh(): Promise<void> {
    const all = await this.#parts.list();
    this.#all = all.filter(({ deviceId }) => deviceId !== '');
  }

  /** Opens the chosen camera, or the browser's own choice where that one is gone. Throws a Failure. */
  async open(): Promise<CameraFrames> {
    await this.refresh();
    const { camera } = this.#parts.settings;
    // Before a camera has been allowed they cannot be told apart: then the id itself is tried.
    const wanted = this.#all.length > 0 ? this.chosen : camera;
    const opened = await this.#openWanted(wanted);
    // Now that one is allowed, they have names.
    await this.refresh();
    return opened;
  }

  async #openWanted(wanted: RememberedCamera | null): Promise<CameraFrames> {
    if (wanted === null) return this.#parts.open({});
    try {
      return await this.#parts.open({ deviceId: wanted.deviceId });
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'camera-missing') throw error;
      return this.#parts.open({});
    }
  }
}

/** The same camera among others: by its id, else by its name. */
function sameIn(
  cameras: readonly RememberedCamera[],
  camera: RememberedCamera,
): RememberedCamera | null {
  const byId = cameras.find(({ deviceId }) => deviceId === camera.deviceId);
  const byName = cameras.find(({ label }) => label !== '' && label === camera.label);
  return byId ?? byName ?? null;
}
