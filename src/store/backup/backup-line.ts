import { Failure } from '../../core/errors.ts';
import workerUrl from './backup.worker.ts?worker&url';
import type { Exported, ExportWish } from './exchange.ts';
import type { BackupReply, BackupRequest } from './messages.ts';
import type { Preview } from './preview.ts';

/** The part of Trusted Types used here; a TrustedScriptURL goes wherever a string goes. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

// The name must stand in the content policy of vite.config.ts. It lets one address through, no other.
const policy = trustedTypes?.createPolicy('limber-backup-worker', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError(`Not the backup worker: ${url}`);
    return url;
  },
});

function startWorker(): Worker {
  const url = policy?.createScriptURL(workerUrl) ?? workerUrl;
  return new Worker(url, { type: 'module', name: 'limber-backup' });
}

/** Told the share of the work that is done, 0 to 1. */
export type OnProgress = (share: number) => void;

/**
 * Makes and reads backups in a thread of its own, so that the page stays free: one thing at a time. Everything
 * throws Failure backup-halted where the thread is lost. To be closed when it is no longer needed.
 */
export class BackupLine {
  readonly #worker: Worker;
  readonly #name: string;

  /** `name`: what the databases' names begin with. Tests give it a worker of their own. */
  constructor(name: string, worker: Worker = startWorker()) {
    this.#name = name;
    this.#worker = worker;
  }

  /** Puts everything of everyone into one file. Throws Failure storage-*. */
  async export(wish: Omit<ExportWish, 'name'>, onprogress: OnProgress): Promise<Exported> {
    const reply = await this.#ask(
      { kind: 'export', wish: { ...wish, name: this.#name } },
      onprogress,
    );
    if (reply.kind !== 'exported') throw unexpected(reply);
    return reply.exported;
  }

  /** Reads a file that may be anything; gives what importing it would do. Throws Failure backup-*, storage-*. */
  async read(file: Blob, onprogress: OnProgress): Promise<Preview> {
    const reply = await this.#ask({ kind: 'read', name: this.#name, file }, onprogress);
    if (reply.kind !== 'read') throw unexpected(reply);
    return reply.preview;
  }

  /** Imports the file that was read last. Throws Failure storage-*. */
  async import(onprogress: OnProgress): Promise<void> {
    const reply = await this.#ask({ kind: 'import', name: this.#name }, onprogress);
    if (reply.kind !== 'imported') throw unexpected(reply);
  }

  /** Ends the thread, whatever it is doing: of what it is writing, all or nothing is kept. */
  close(): void {
    this.#worker.terminate();
  }

  #ask(request: BackupRequest, onprogress: OnProgress): Promise<BackupReply> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<BackupReply>) => {
        if (data.kind === 'progress') onprogress(data.share);
        else if (data.kind === 'failed') reject(new Failure(data.code, { cause: data.detail }));
        else resolve(data);
      };
      this.#worker.onerror = (event) => {
        event.preventDefault();
        reject(new Failure('backup-halted', { cause: event.message }));
      };
      this.#worker.postMessage(request);
    });
  }
}

function unexpected({ kind }: BackupReply): Error {
  return new Error(`The backup worker answered with ${kind}`);
}
