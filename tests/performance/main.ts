import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { longHistory } from '../helpers/long-history.ts';
import { caseloadRows } from './caseload.ts';
import { importRows } from './import.ts';
import { progressRows } from './progress.ts';
import { replayRows } from './replay.ts';
import { tableOf } from './row.ts';
import { startApp } from './served-app.ts';

/*
 * How long the app takes over a long history, in a real browser and as it is built: `npm run bench`, with
 * `--sessions N` of another length, with `--out FILE` as JSON too. Figures of one machine in one state: to be read
 * beside their targets, not beside yesterday's.
 */
const { values } = parseArgs({
  options: { out: { type: 'string' }, sessions: { type: 'string', default: '10000' } },
});
const sessions = longHistory({ sessions: Number(values.sessions), until: Date.now() });

const app = await startApp();
try {
  const rows = [
    ...(await replayRows(app)),
    ...(await progressRows(app, sessions)),
    ...(await importRows(app, sessions)),
    ...(await caseloadRows(app)),
  ];
  console.log(
    `Limber with ${String(sessions.length)} sessions over 10 years, and a caseload of 500 people\n`,
  );
  console.log(tableOf(rows));
  if (values.out !== undefined) writeFileSync(values.out, JSON.stringify({ rows }, null, 1));
} finally {
  await app.close();
}
