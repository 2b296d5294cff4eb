// @ts-check
import { runnerImport } from 'vite';

/*
 * Node cannot read TypeScript by itself: `node tests/accuracy/run.mjs main --out FILE` runs main.ts of this
 * folder with the words that follow.
 */
const [name = 'main', ...words] = process.argv.slice(2);
process.argv = [process.argv[0] ?? 'node', name, ...words];
await runnerImport(`${import.meta.dirname}/${name}.ts`, { configFile: false, logLevel: 'warn' });
