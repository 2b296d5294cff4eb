// @ts-check
// `npm start`: set up, build when something has changed, serve, and open the browser where there is one.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root, runCommand, setUpForBuild, SetUpError } from './set-up.mjs';

// chosen: the port that Vite's own preview has, so that it is known; vite.config.ts says the same.
const port = 4173;
const address = `http://localhost:${String(port)}/`;

const built = join(root, 'dist', 'index.html');
// In the build's own folder, which every build empties: a build by other means leaves no stamp.
const stamp = join(root, 'dist', '.built-from');

/** What the build is made of: a change in any of these is a new build. */
const sources = [
  ...['src', 'public', 'models'],
  ...['index.html', 'package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'],
];

/** What compiling the messages writes among the sources. */
const written = ['generated', 'project.inlang/cache', 'project.inlang/README.md'].map((path) =>
  join(root, 'src', 'messages', path),
);

/** @param {string} path @returns {string[]} every file at or below the path, in a fixed order */
function filesBelow(path) {
  if (written.includes(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(join(root, source)))) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Builds into dist/ unless the build there was made of the very same files. */
async function buildIfChanged() {
  const current = fingerprint();
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
  console.log('Building Limber.');
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  writeFileSync(stamp, current);
}

/** Asks for the port before the minute that a first build takes. @throws {SetUpError} when it is taken */
async function checkPort() {
  /** @type {Promise<boolean>} */
  const free = new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => {
        resolve(false);
      })
      .once('listening', () => {
        probe.close(() => {
          resolve(true);
        });
      });
    probe.listen(port, 'localhost');
  });
  if (await free) return;
  throw new SetUpError(
    `Port ${String(port)} is taken: another program, or another Limber, is using it. ` +
      `Stop that one, or open ${address} if it is Limber.`,
  );
}

function openBrowser() {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI) return;
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : DISPLAY || WAYLAND_DISPLAY
          ? ['xdg-open', address]
          : [];
  if (!command) return;
  // Without an opener the address on the terminal is enough.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

await runCommand(async () => {
  await checkPort();
  setUpForBuild();
  await buildIfChanged();
  const { preview } = await import('vite');
  await preview({ root, preview: { port, strictPort: true } });
  console.log(`Limber is ready: ${address}  (Ctrl+C stops it)`);
  openBrowser();
});
