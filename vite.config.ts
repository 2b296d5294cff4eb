import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { serveModels } from './models/serve-models.ts';
import limber from './package.json' with { type: 'json' };

/** Where the built app may load from and what it may do; no other origin, no script made of a string. */
const policy = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  // Svelte writes the style: directive as an inline style of one element.
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob: mediastream:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  // Svelte names the first policy itself; the others are ours, for the addresses of the workers.
  'trusted-types': 'svelte-trusted-html limber-worker limber-backup-worker',
};

/** While developing, Vite adds style elements and a socket of its own. */
const developmentPolicy = {
  ...policy,
  'script-src': "'self' 'wasm-unsafe-eval' 'unsafe-inline'",
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws:",
  'trusted-types': 'svelte-trusted-html limber-worker limber-backup-worker vite',
};

function written(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

// No Cross-Origin-Embedder-Policy: see docs/decisions/0001-one-wasm-thread.md.
const headers = {
  'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=(), usb=(), payment=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Writes the policy into the built page too, for hosts that cannot send headers. */
function policyInPage(): Plugin {
  return {
    name: 'limber:policy-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: written(policy) },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** What the app and its tests in the browser are compiled with. */
export const shared = {
  // Written into every backup.
  define: { 'import.meta.env.LIMBER_VERSION': JSON.stringify(limber.version) },
  plugins: [
    svelte(),
    paraglideVitePlugin({
      project: './src/messages/project.inlang',
      outdir: './src/messages/generated',
    }),
    serveModels(),
  ],
  resolve: {
    alias: {
      // pose-detection imports it by name for a runtime that Limber does not use; it is no ES module.
      '@mediapipe/pose': fileURLToPath(
        new URL('./src/pose/worker/mediapipe-stub.ts', import.meta.url),
      ),
    },
  },
};

export default defineConfig({
  ...shared,
  plugins: [...shared.plugins, policyInPage()],
  // Relative, so that the build works below any path of any static host; routes are in the hash.
  base: './',
  build: {
    target: 'es2023',
    sourcemap: true,
    modulePreload: { polyfill: false },
    // tfjs in the worker is larger than Vite's warning at 500 kB; it loads beside the first screen.
    chunkSizeWarningLimit: 2500,
    rolldownOptions: {
      // Advice about the build's speed, printed among what a person at `npm start` should read.
      checks: { bundlerTimings: false },
      onLog(level, log, print) {
        // A message that is not there would otherwise be an undefined on the screen.
        if (log.code === 'IMPORT_IS_UNDEFINED') throw new Error(log.message);
        print(level, log);
      },
    },
  },
  worker: { format: 'es' },
  server: {
    headers: { ...headers, 'Content-Security-Policy': written(developmentPolicy) },
  },
  preview: {
    port: 4173,
    strictPort: true,
    headers: {
      ...headers,
      'Content-Security-Policy': `${written(policy)}; frame-ancestors 'none'`,
    },
  },
});
