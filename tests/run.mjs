// @ts-check
// `npm test`: everything that is checked, on a fresh clone too. Runs to the end whatever fails, and ends
// with one line: how many tests and checks passed, how many failed.
import { runCommand, setUp } from '../models/set-up.mjs';
import { provideChromium } from './helpers/provide-chromium.mjs';
import { runStage, runStages } from './helpers/stages.mjs';

/** Independent of each other; the long ones first, so that two lanes end together. */
const independent = /** @type {const} */ ([
  { script: 'check:lint' },
  { script: 'check:types:app' },
  { script: 'test:component', counts: 'vitest' },
  { script: 'test:unit', counts: 'vitest', gate: 'coverage' },
  { script: 'check:types:tests' },
  { script: 'check:format' },
  { script: 'check:unused' },
  { script: 'check:imports' },
  { script: 'check:types:worker' },
  { script: 'check:types:core' },
]);

await runCommand(async () => {
  const startedAt = Date.now();
  setUp();
  await provideChromium();
  const total = await runStages(independent, 2);
  // Alone, since each journey measures in real time: first the build, then the journeys through it.
  for (const stage of [
    { script: 'build' },
    { script: 'test:e2e', counts: /** @type {const} */ ('playwright') },
  ]) {
    const count = await runStage(stage);
    total.passed += count.passed;
    total.failed += count.failed;
    if (stage.script === 'build' && count.failed > 0) break;
  }
  console.log(`${((Date.now() - startedAt) / 60_000).toFixed(1)} minutes`);
  console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
  if (total.failed > 0) process.exitCode = 1;
});
