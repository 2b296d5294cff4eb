import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './tests/helpers/chromium.mjs';
import { recordCommands } from './tests/helpers/record-commands.ts';
import { shared } from './vite.config.ts';

export default defineConfig({
  ...shared,
  test: {
    // Tells a hang, not a slow machine: real models, browsers and servers share two processors here.
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/core/**/*.ts'],
      reporter: ['text', 'json-summary'],
      thresholds: { 100: true },
    },
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] },
      },
      {
        extends: true,
        // Found late, a package makes Vite reload the page in the middle of a test.
        optimizeDeps: {
          include: [
            '@cantoo/fontkit',
            '@cantoo/pdf-lib',
            '@lucide/svelte/icons/circle-check',
            '@lucide/svelte/icons/circle-dashed',
            '@lucide/svelte/icons/flag',
            '@lucide/svelte/icons/lock',
            '@lucide/svelte/icons/triangle-alert',
            '@lucide/svelte/icons/x',
            '@tensorflow/tfjs',
            '@tensorflow/tfjs-backend-wasm',
            '@tensorflow/tfjs-backend-webgpu',
            '@tensorflow-models/pose-detection',
            '@zip.js/zip.js/lib/zip-core-custom.js',
            'd3-scale',
            'd3-shape',
            'dexie',
            'mediabunny',
            'oauth4webapi',
            'uqr',
            'uuid',
            'valibot',
            'vitest-browser-svelte',
            'zxing-wasm/reader',
          ],
        },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
            commands: recordCommands,
          },
        },
      },
    ],
  },
});
