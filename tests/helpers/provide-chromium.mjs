// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, SetUpError } from '../../models/set-up.mjs';
import { chromiumLaunch, findChromium } from './chromium.mjs';

/** @param {string} command @param {string[]} args */
function hasRun(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** Whether Playwright can start a browser here: its download alone may lack the system's libraries. */
async function canStart() {
  const { chromium } = await import('@playwright/test');
  try {
    await (await chromium.launch(chromiumLaunch())).close();
    return true;
  } catch {
    return false;
  }
}

/** @returns {boolean} whether the download is there afterwards */
function download() {
  console.log('Downloading a Chromium for the tests.');
  const command = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  return hasRun(process.execPath, [command, 'install', 'chromium']);
}

/** @returns {boolean} whether Debian's own Chromium is there afterwards */
function installOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log('Installing the Chromium of this system.');
  return hasRun('apt-get', ['update']) && hasRun('apt-get', ['install', '--yes', 'chromium']);
}

/**
 * Sees to it that there is a Chromium the tests can start: one of this machine, else Playwright's
 * download, else the package of Debian where this is root.
 *
 * @throws {SetUpError} saying what to install, when none of these works
 */
export async function provideChromium() {
  if (
    findChromium() ? await canStart() : (await canStart()) || (download() && (await canStart()))
  ) {
    return;
  }
  if (!findChromium() && installOnDebian() && (await canStart())) return;
  throw new SetUpError(
    'The tests need a Chromium or Chrome that can start here. Install one (on Debian or Ubuntu: ' +
      'sudo apt-get install chromium), or give its path in CHROMIUM_PATH, and run npm test again.',
  );
}
