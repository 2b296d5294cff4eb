import { Failure } from '../core/errors.ts';
import type { PoseReply, PoseRequest } from './messages.ts';

/** A request without its id, which the line gives. */
export type Question = PoseRequest extends infer R
  ? R extends PoseRequest
    ? Omit<R, 'id'>
    : never
  : never;

interface Waiting {
  readonly id: number;
  readonly silenceMs: number;
  readonly onProgress: (share: number) => void;
  readonly resolve: (reply: PoseReply) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The page's end of one pose worker: one question at a time, each with its answer. The worker counts as
 * lost when it throws, when it cannot be understood, and when it says nothing for too long.
 */
export class WorkerLine {
  readonly #worker: Worker;
  #lastId = 0;
  #waiting: Waiting | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', (event: MessageEvent<PoseReply>) => {
      this.#hear(event.data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#lose(event.message);
    });
    worker.addEventListener('messageerror', () => {
      this.#lose('A message could not be read');
    });
  }

  /**
   * Asks and waits for the answer. `silenceMs` is how long the worker may say nothing. Throws the Failure
   * that the worker tells of, and Failure('engine-lost') when it is lost; then the line is dead.
   */
  ask(
    question: Question,
    silenceMs: number,
    transfer: Transferable[] = [],
    onProgress: (share: number) => void = () => undefined,
  ): Promise<PoseReply> {
    if (this.#waiting) throw new Error('The pose worker has not answered the last question yet');
    const id = this.tell(question, transfer);
    return new Promise((resolve, reject) => {
      this.#waiting = { id, silenceMs, onProgress, resolve, reject };
      this.#listen(silenceMs);
    });
  }

  /** Sends what has no answer; gives its id. */
  tell(question: Question, transfer: Transferable[] = []): number {
    const id = ++this.#lastId;
    this.#worker.postMessage({ ...question, id }, transfer);
    return id;
  }

  /** Ends the worker; who still waits gets `reason`. */
  end(reason: unknown): void {
    this.#worker.terminate();
    this.#settle()?.reject(reason);
  }

  #hear(reply: PoseReply): void {
    const waiting = this.#waiting;
    if (reply.id !== waiting?.id) return;
    if (reply.kind === 'progress') {
      this.#listen(waiting.silenceMs);
      waiting.onProgress(reply.share);
      return;
    }
    this.#settle();
    if (reply.kind === 'failed') waiting.reject(new Failure(reply.code, { cause: reply.detail }));
    else waiting.resolve(reply);
  }

  #lose(cause: string): void {
    this.end(new Failure('engine-lost', { cause }));
  }

  #listen(silenceMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#lose(`No answer for ${String(silenceMs)} ms`);
    }, silenceMs);
  }

  #settle(): Waiting | null {
    clearTimeout(this.#timer);
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }
}
