// @ts-check
import { runnerImport } from 'vite';

// Vite builds for development where nothing is said, and what is shipped is to be timed.
process.env.NODE_ENV = 'production';

// Node cannot read TypeScript by itself.
await runnerImport(`${import.meta.dirname}/main.ts`, { configFile: false, logLevel: 'warn' });
