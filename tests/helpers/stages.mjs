// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../models/set-up.mjs';

/**
 * One part of `npm test`: a script of package.json. With `counts` its tests are counted one by one from
 * the JSON its tool writes; without, the whole script is one check.
 *
 * @typedef {{ script: string, counts?: 'vitest' | 'playwright', gate?: string }} Stage
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ numPassedTests: number, numTotalTests: number }} VitestResult
 * @typedef {Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>} PlaywrightStats
 * @typedef {{ stats: PlaywrightStats }} PlaywrightResult
 */

const results = join(root, 'node_modules', '.cache', 'limber', 'results');

// chosen: twice what the longest stage, the journeys in real time, takes on two idle cores.
const longestMs = 50 * 60_000;

/** @param {Stage} stage */
function resultPath(stage) {
  return join(results, `${stage.script.replaceAll(':', '-')}.json`);
}

/** @param {Stage} stage @returns {string[]} the arguments that make the tool write its JSON */
function reporterArguments(stage) {
  if (stage.counts === 'vitest') {
    return [
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${resultPath(stage)}`,
    ];
  }
  return stage.counts === 'playwright' ? ['--', '--reporter=list,json'] : [];
}

/** @param {Stage} stage @returns {Count} what the tool counted; nothing when it wrote no result */
function countTests(stage) {
  const path = resultPath(stage);
  if (!existsSync(path)) return { passed: 0, failed: 0 };
  /** @type {unknown} */
  const result = JSON.parse(readFileSync(path, 'utf8'));
  // A test that is switched off counts as failed: there is to be none.
  if (stage.counts === 'playwright') {
    const { stats } = /** @type {PlaywrightResult} */ (result);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
  }
  const { numPassedTests, numTotalTests } = /** @type {VitestResult} */ (result);
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
}

/** @param {Stage} stage @returns {Promise<{ code: number | null, output: string }>} */
function runScript(stage) {
  return new Promise((resolve) => {
    const isWindows = process.platform === 'win32';
    const child = spawn('npm', ['run', '--silent', stage.script, ...reporterArguments(stage)], {
      cwd: root,
      shell: isWindows,
      detached: !isWindows,
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: resultPath(stage) },
    });
    let output = '';
    const alarm = setTimeout(() => {
      output += `\nStopped after ${String(longestMs / 60_000)} minutes.\n`;
      if (isWindows || !child.pid) child.kill();
      else process.kill(-child.pid, 'SIGKILL');
    }, longestMs);
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('close', (code) => {
      clearTimeout(alarm);
      resolve({ code, output });
    });
  });
}

/**
 * Runs one stage to its end, prints its line with the seconds it took, and its whole output if it failed.
 *
 * @param {Stage} stage
 * @returns {Promise<Count>}
 */
export async function runStage(stage) {
  mkdirSync(results, { recursive: true });
  rmSync(resultPath(stage), { force: true });
  const startedAt = Date.now();
  const { code, output } = await runScript(stage);
  const count = stage.counts ? countTests(stage) : { passed: 0, failed: 0 };
  const hasFailed = code !== 0;
  // The script itself is a check: of a static one, of a gate, or that the tests could run at all.
  if (hasFailed && count.failed === 0) count.failed = 1;
  if (!hasFailed && (!stage.counts || stage.gate)) count.passed += 1;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6);
  const tests = stage.counts
    ? `  ${String(count.passed)} passed, ${String(count.failed)} failed`
    : '';
  if (hasFailed) console.log(output);
  console.log(`${hasFailed ? 'FAIL' : 'ok  '} ${seconds} s  ${stage.script}${tests}`);
  return count;
}

/**
 * Runs the stages, so many at a time, each to its end whatever became of the others.
 *
 * @param {readonly Stage[]} stages
 * @param {number} atOnce
 * @returns {Promise<Count>} all of them together
 */
export async function runStages(stages, atOnce) {
  const total = { passed: 0, failed: 0 };
  const waiting = [...stages];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
        const count = await runStage(stage);
        total.passed += count.passed;
        total.failed += count.failed;
      }
    }),
  );
  return total;
}
