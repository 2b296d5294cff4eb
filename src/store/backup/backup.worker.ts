import { Failure } from '../../core/errors.ts';
import { exportAll, importAll, previewOf } from './exchange.ts';
import type { BackupReply, BackupRequest } from './messages.ts';
import { readBackup, type Backup } from './read-backup.ts';

// The page's end of this thread is backup-line.ts; what goes between them is in messages.ts.
let read: Backup | null = null;

addEventListener('message', (event: MessageEvent<BackupRequest>) => {
  void answer(event.data);
});

async function answer(request: BackupRequest): Promise<void> {
  try {
    reply(await done(request));
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'backup-halted';
    reply({ kind: 'failed', code, detail: String(error) });
  }
}

async function done(request: BackupRequest): Promise<BackupReply> {
  if (request.kind === 'export') {
    return { kind: 'exported', exported: await exportAll(request.wish, tell) };
  }
  if (request.kind === 'read') {
    read = await readBackup(request.file, tell);
    return { kind: 'read', preview: await previewOf(request.name, read) };
  }
  if (read === null) throw new Error('An import was asked for before a file was read');
  await importAll(request.name, read, tell);
  read = null;
  return { kind: 'imported' };
}

function tell(share: number): void {
  reply({ kind: 'progress', share });
}

function reply(message: BackupReply): void {
  postMessage(message);
}
