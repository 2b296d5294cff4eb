import type { Sighting } from '../core/body/pose.ts';
import type { Survey } from '../core/body/survey.ts';
import { Failure } from '../core/errors.ts';
import type { Frame } from './frame-source.ts';
import type { BackendName, ModelSize, PoseReply } from './messages.ts';
import { WorkerLine } from './worker-line.ts';
import workerUrl from './worker/pose.worker.ts?worker&url';

/** The part of Trusted Types used here; a TrustedScriptURL goes wherever a string goes. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

// The name must stand in the content policy of vite.config.ts. It lets one address through, no other.
const policy = trustedTypes?.createPolicy('limber-worker', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError(`Not the pose worker: ${url}`);
    return url;
  },
});

/**
 * How long a load may go without progress. Chosen: three backends may take 10 s each to start
 * (worker/backend.ts), and the first inference some.
 */
const loadSilenceMs = 45_000;

/** Chosen: a frame takes 50 ms on two cores; a device that needs 100 times that cannot measure anyway. */
const estimateMs = 5000;

function startWorker(): Worker {
  const url = policy?.createScriptURL(workerUrl) ?? workerUrl;
  return new Worker(url, { type: 'module', name: 'limber-pose' });
}

/**
 * Finds the body in frames, in a worker of its own, one frame at a time. A worker that is lost is
 * started again once after a load; the second time is Failure('engine-lost').
 */
export class Estimator {
  readonly #size: ModelSize;
  readonly #createWorker: () => Worker;
  #line: WorkerLine | null = null;
  #backend: BackendName | null = null;
  #hasRestarted = false;

  /** Tests give it a worker of their own. */
  constructor(size: ModelSize = 'full', createWorker: () => Worker = startWorker) {
    this.#size = size;
    this.#createWorker = createWorker;
  }

  /** What runs the model; null before it is loaded. */
  get backend(): BackendName | null {
    return this.#backend;
  }

  /**
   * Starts the worker, loads the model and runs it once. `onProgress` is told the share of the weights
   * that has come, 0 to 1. Throws Failure('model-missing' | 'model-damaged' | 'engine-unavailable' |
   * 'engine-lost'); it may then be called again.
   */
  async load(onProgress: (share: number) => void): Promise<void> {
    this.#hasRestarted = false;
    try {
      await this.#start(onProgress);
    } catch (error) {
      if (!this.#mayRestart(error)) throw error;
      await this.#start(onProgress);
    }
  }

  /**
   * What a frame shows. The picture is given to the worker. A frame that is lost together with its
   * worker counts as one without a body. Throws Failure('engine-lost'), and those of `load` where the model
   * cannot be loaded a second time; then it must be loaded anew.
   */
  async estimate(frame: Frame): Promise<Sighting> {
    const reply = await this.#ask('estimate', frame);
    if (!reply) return { capturedAt: frame.capturedAt, pose: null };
    if (reply.kind !== 'estimated') throw new Error(`The worker answered with ${reply.kind}`);
    return reply.sighting;
  }

  /**
   * Searches of a frame for everybody in it, which only the larger model's worker can do; none where it
   * cannot. The picture is given to the worker. Throws as `estimate`.
   */
  async survey(frame: Frame): Promise<readonly Survey[]> {
    const reply = await this.#ask('survey', frame);
    return reply?.kind === 'surveyed' ? reply.surveys : [];
  }

  /**
   * Forgets the body of the last frame. To be called before the first frame of each source: the body is
   * looked for where it was last, so without this the same video would not give the same poses twice.
   */
  reset(): void {
    this.#line?.tell({ kind: 'reset' });
  }

  /** Ends the worker. What is still being waited for is rejected with an AbortError. */
  close(): void {
    this.#end(new DOMException('The estimator is closed', 'AbortError'));
  }

  /** The worker's answer about a frame; null where it was lost together with the frame and started again. */
  async #ask(
    kind: 'estimate' | 'survey',
    { picture, capturedAt }: Frame,
  ): Promise<PoseReply | null> {
    if (!this.#line) throw new Error('A frame came before the model was loaded');
    try {
      return await this.#line.ask({ kind, picture, capturedAt }, estimateMs, [picture]);
    } catch (error) {
      if (!this.#mayRestart(error)) {
        if (error instanceof Failure) this.#end(error);
        throw error;
      }
      await this.#start(() => undefined);
      return null;
    }
  }

  async #start(onProgress: (share: number) => void): Promise<void> {
    this.#end(new DOMException('The estimator is loaded anew', 'AbortError'));
    const modelsUrl = new URL(`${import.meta.env.BASE_URL}models/`, document.baseURI).href;
    const line = new WorkerLine(this.#createWorker());
    this.#line = line;
    try {
      const reply = await line.ask(
        { kind: 'load', modelsUrl, size: this.#size },
        loadSilenceMs,
        [],
        onProgress,
      );
      this.#backend = reply.kind === 'loaded' ? reply.backend : null;
    } catch (error) {
      if (this.#line === line) this.#end(error);
      throw error;
    }
  }

  #mayRestart(error: unknown): boolean {
    const isLost = error instanceof Failure && error.code === 'engine-lost';
    if (!isLost || this.#hasRestarted) return false;
    this.#hasRestarted = true;
    return true;
  }

  #end(reason: unknown): void {
    this.#line?.end(reason);
    this.#line = null;
    this.#backend = null;
  }
}
