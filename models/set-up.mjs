// @ts-check
// Makes a fresh clone ready, with nothing but Node: packages, model weights, compiled messages. A second
// run finds everything in place. It may use Node's own modules only, since it runs before any package is here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A reason to stop that the person at the terminal can act on; printed without a stack. */
export class SetUpError extends Error {}

/** @param {string} path @returns {unknown} the parsed file, null when there is none */
function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetUpError(`Limber needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

/**
 * @typedef {{ version?: string, optional?: boolean }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 */

/** Whether node_modules holds what the lock file asks for. npm writes its own list when it has finished. */
function arePackagesInstalled() {
  const wanted = /** @type {Lock} */ (readJson(join(root, 'package-lock.json')));
  const present = /** @type {Lock | null} */ (
    readJson(join(root, 'node_modules', '.package-lock.json'))
  );
  if (!present) return false;
  return Object.entries(wanted.packages)
    .filter(([path, entry]) => path !== '' && !entry.optional)
    .every(([path, entry]) => present.packages[path]?.version === entry.version);
}

function installPackages() {
  if (arePackagesInstalled()) return;
  console.log('Installing the packages of the lock file.');
  const isWindows = process.platform === 'win32';
  const done = spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: isWindows });
  if (done.status !== 0) {
    throw new SetUpError('npm could not install the packages; its message above says why.');
  }
}

/** @param {string} path */
function sha256(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** @typedef {{ file: string, package: string, version: string, bytes: number, sha256: string }} Weight */

/** @param {Weight} weight */
function putWeight(weight) {
  const target = join(root, 'models', weight.file);
  const isThere = existsSync(target);
  if (isThere && statSync(target).size === weight.bytes && sha256(target) === weight.sha256) return;
  if (isThere) console.log(`models/${weight.file} is damaged; copying it again.`);
  const origin = join(root, 'node_modules', weight.package, 'models', weight.file);
  if (!existsSync(origin)) {
    throw new SetUpError(
      `${weight.package} ${weight.version} does not hold ${weight.file}. Delete node_modules and start again.`,
    );
  }
  if (sha256(origin) !== weight.sha256) {
    throw new SetUpError(
      `${weight.file} from ${weight.package} is not the file that models/manifest.json describes ` +
        '(its SHA-256 differs). Delete node_modules and start again; if it stays, do not use that file.',
    );
  }
  copyFileSync(origin, target);
}

function putWeights() {
  const manifest = /** @type {{ files: Weight[] }} */ (
    readJson(join(root, 'models', 'manifest.json'))
  );
  for (const weight of manifest.files) putWeight(weight);
}

function compileMessages() {
  const command = join(root, 'node_modules', '@inlang', 'paraglide-js', 'bin', 'run.js');
  const project = ['--project', './src/messages/project.inlang'];
  const outdir = ['--outdir', './src/messages/generated'];
  const done = spawnSync(
    process.execPath,
    [command, 'compile', '--silent', ...project, ...outdir],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (done.status !== 0)
    throw new SetUpError('The messages in src/messages could not be compiled.');
}

/**
 * Puts in place what a build needs: packages and weights. The build compiles the messages itself.
 *
 * @throws {SetUpError} when something is missing that it cannot put there
 */
export function setUpForBuild() {
  checkNode();
  installPackages();
  putWeights();
}

/**
 * Puts everything in place that a clone lacks.
 *
 * @throws {SetUpError} as above
 */
export function setUp() {
  setUpForBuild();
  compileMessages();
}

/**
 * Runs a command's main function, prints a SetUpError as one sentence and ends with code 1.
 *
 * @param {() => void | Promise<void>} main
 */
export async function runCommand(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(setUp);
