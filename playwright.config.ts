import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './tests/helpers/chromium.mjs';

// Not the port of `npm start`, so that the tests run beside an open Limber.
const port = 4183;

export default defineConfig({
  testDir: './tests/e2e',
  globalSetup: './tests/helpers/write-fake-cameras.ts',
  forbidOnly: true,
  // One at a time: each journey measures in real time and wants the machine to itself.
  workers: 1,
  retries: 0,
  timeout: 90_000,
  // Chosen: on two busy processors a model of 26 MB that goes through the test's own hands needs longer than the usual 5 s.
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${String(port)}`,
    viewport: { width: 1280, height: 800 },
    launchOptions: chromiumLaunch(),
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `npx vite preview --port ${String(port)} --strictPort`,
    port,
    reuseExistingServer: false,
  },
});
