import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The clinic kit, as deploy/start runs it, in a folder of its own. */
export interface ClinicServer {
  /** Of the app, without a slash at its end; the store is at `/s`. */
  readonly origin: string;
  /** Where its store lies. */
  readonly folder: string;
  readonly name: string;
  readonly password: string;
  /** Text that it has written down of what was asked. */
  readonly logs: readonly string[];
  readonly stop: () => Promise<void>;
}

const apache = '/usr/sbin/apache2';

/** Why there is no Apache here, in a sentence; null where there is. It is installed where that is allowed. */
export function missingApache(): string | null {
  if (existsSync(apache)) return null;
  if (process.getuid?.() !== 0) return 'Apache is not installed, and only root may install it.';
  try {
    const quiet = {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    } as const;
    // Debian starts what it installs; here only the tests do that.
    const policy = '/usr/sbin/policy-rc.d';
    const isOurs = !existsSync(policy);
    if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
    try {
      execFileSync('apt-get', ['update'], quiet);
      execFileSync(
        'apt-get',
        ['install', '-y', '--no-install-recommends', 'apache2', 'apache2-utils'],
        quiet,
      );
    } finally {
      if (isOurs) rmSync(policy);
    }
  } catch (error) {
    return `Apache could not be installed by apt: ${String(error)}`;
  }
  return null;
}

/**
 * Starts the clinic kit on a free port of this machine; `app`: the folder that it serves, else a page of nothing.
 * `settings`: as deploy/README.md has them.
 */
export async function startClinic(
  app?: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ClinicServer> {
  const root = mkdtempSync(join(tmpdir(), 'limber-clinic-'));
  // Apache gives root's rights away, so others have to reach the folder.
  chmodSync(root, 0o755);
  const data = join(root, 'data');
  const served = join(root, 'app');
  // Where it was built, others than root may have no way to it.
  if (app !== undefined) cpSync(app, served, { recursive: true });
  else {
    mkdirSync(served, { mode: 0o755 });
    writeFileSync(join(served, 'index.html'), '<!doctype html><title>Limber</title>');
  }
  const port = await freePort();
  const child = spawn(resolve('deploy/start'), {
    env: {
      ...process.env,
      ...settings,
      LIMBER_APP: served,
      LIMBER_DATA: data,
      LIMBER_ADDRESS: '127.0.0.1',
      LIMBER_PORT: String(port),
      LIMBER_INNER_PORT: String(await freePort()),
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (said += text.toString()));
  }
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const scheme = 'LIMBER_CERTIFICATE' in settings ? 'https' : 'http';
  const origin = `${scheme}://127.0.0.1:${String(port)}`;
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`Apache did not start: ${said}`);
    await pause(50);
  }
  return {
    origin,
    folder: join(data, 's'),
    name: 'limber',
    password: /password (\S+) /.exec(said)?.[1] ?? '',
    logs: ['access.log', 'error.log'].map((file) => join(data, 'run', file)),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => {
      done(false);
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        done(port);
      });
    });
  });
}
