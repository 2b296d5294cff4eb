import { expect, it } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly inBundle?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, Entry>> = lock.packages;

/** Whether a package asked for by the one at `path` is there, beside it or further up. */
function isLocked(path: string, name: string): boolean {
  const folders = path.split('/node_modules/');
  const places = folders.map((_, depth) => folders.slice(0, depth + 1).join('/node_modules/'));
  return ['', ...places].some(
    (place) => `${place}/node_modules/${name}`.replace(/^\//, '') in packages,
  );
}

it('names the packages of every platform, so that npm ci works on each', () => {
  // Where a registry lacks a platform's package, npm leaves it out of the lock file and then refuses to use it.
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !isLocked(path, name))
      .map((name) => `${name}, for ${path}`),
  );
  expect(missing).toEqual([]);
});

// What a package carries in its own archive is pinned by that archive's checksum.
it('pins what is installed on any platform by its checksum', () => {
  const unpinned = Object.entries(packages).filter(
    ([path, { integrity, optional, inBundle }]) =>
      path !== '' && !optional && !inBundle && !integrity,
  );
  expect(unpinned).toEqual([]);
});
