import type { Table } from 'dexie';

/** How many records are handed to the browser at once; chosen: it begins with the first after 5 ms, not after 150. */
const sliceSize = 500;

/** Things in their order, so many together; the last are as many as are left. */
export function slicesOf<Thing>(
  things: readonly Thing[],
  size: number,
): readonly (readonly Thing[])[] {
  const count = Math.ceil(things.length / size);
  return Array.from({ length: count }, (_, at) => things.slice(at * size, (at + 1) * size));
}

/**
 * Puts a row of each thing into a table, slice by slice: the browser writes the first while the others are made. `onput` is
 * told each time which are put; `perRow` is how many records a row has at most. Throws Failure storage-*.
 */
export async function putInSlices<Thing>(
  table: Table<unknown, string>,
  things: readonly Thing[],
  rowOf: (thing: Thing) => unknown,
  onput: (put: readonly Thing[]) => void,
  perRow = 1,
): Promise<void> {
  await Promise.all(
    slicesOf(things, sliceSize / perRow).map(async (slice) => {
      await table.bulkPut(slice.map(rowOf));
      onput(slice);
    }),
  );
}
