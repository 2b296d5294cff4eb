import { writeFileSync } from 'node:fs';
import type {} from './coach-page.ts';
import { startBrowser } from './browser.ts';
import { readDataset } from './dataset.ts';
const scales = (process.argv[2] ?? '1').split(',').map(Number);
const out = process.argv[3] ?? '/tmp/coach-dump.json';
const filter = new RegExp(process.argv[4] ?? '.');
const subjects = readDataset('/work/shared/subjects').filter((s) => filter.test(s.id));
const browser = await startBrowser(subjects);
const page = await browser.open('coach-page.html', 'given');
const rows: unknown[] = [];
for (const s of subjects)
  for (const scale of scales) {
    const until = s.kind === 'trial' ? 1250 : 0;
    const given = await page.evaluate(([u, k, t, sc]) => window.given!(u, k, t, sc), [
      browser.addressOf(s),
      s.kind,
      until,
      scale,
    ] as const);
    rows.push({
      id: s.id,
      kind: s.kind,
      scale,
      step: s.step,
      truth: {
        near: s.truth.near_side,
        light: s.truth.light,
        camera: s.truth.camera,
        expected: s.truth.expected,
        factors: (s.truth as any).factors,
        joints: s.truth.joints_2d_px,
        room: s.truth.room,
        low: (s.truth as any).low_contrast,
        all: s.kind === 'still' ? (s.truth as any).pose_set : undefined,
      },
      given,
    });
    process.stderr.write(`\r${rows.length} ${s.id} ${scale}      `);
  }
await browser.close();
writeFileSync(out, JSON.stringify(rows));
