import first from '../fixtures/store/v1.json' with { type: 'json' };
import second from '../fixtures/store/v2.json' with { type: 'json' };
import third from '../fixtures/store/v3.json' with { type: 'json' };
import fourth from '../fixtures/store/v4.json' with { type: 'json' };
import fifth from '../fixtures/store/v5.json' with { type: 'json' };
import sixth from '../fixtures/store/v6.json' with { type: 'json' };
import type { RawDatabase } from './raw-database.ts';

/** One database of each released schema, with its number, as code of then wrote it. */
export const goldens: readonly (readonly [number, RawDatabase])[] = [
  [1, first],
  [2, second],
  [3, third],
  [4, fourth],
  [5, revived(fifth) as RawDatabase],
  [6, revived(sixth) as RawDatabase],
];

/** The golden database of a schema. */
export function golden(version: number): RawDatabase {
  return new Map(goldens).get(version)!;
}

/** How many sessions the golden database of a schema has. */
export function sessionsIn(version: number): number {
  if (version < 5) return 2;
  return version < 6 ? 3 : 5;
}

/** What was read of JSON, with `{ "float64": [1, 2] }` as the Float64Array that it stands for. */
function revived(read: unknown): unknown {
  if (typeof read !== 'object' || read === null) return read;
  if (Array.isArray(read)) return read.map(revived);
  if ('float64' in read) return Float64Array.from(read.float64 as number[]);
  return Object.fromEntries(Object.entries(read).map(([key, value]) => [key, revived(value)]));
}
