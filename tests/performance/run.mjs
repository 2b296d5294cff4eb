// @ts-check
import { runnerImport } from 'vite';

// Node cannot read TypeScript by itself.
await runnerImport(`${import.meta.dirname}/main.ts`, { configFile: false, logLevel: 'warn' });
