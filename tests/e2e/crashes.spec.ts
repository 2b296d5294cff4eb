import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/guard.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { compiledStore, storePage } from '../helpers/store-page.ts';

const crashes = 50;

interface StoreModule {
  readonly openStore: (options: { name: string }) => Promise<{
    readonly sessions: {
      save(session: object): Promise<void>;
      list(): Promise<readonly { readonly id: string }[]>;
      find(id: string): Promise<object | null>;
      damaged(): Promise<readonly object[]>;
    };
  }>;
}

interface Writing {
  readonly address: string;
  readonly session: object;
  readonly round: number;
}

/** Where the page finds the store's code. */
const address = './store.js';

/** Runs in the page: saves sessions one after the other, and tells of each once it counts as saved. */
async function saveForever({ address, session, round }: Writing): Promise<void> {
  const { openStore } = (await import(address)) as StoreModule;
  const { sessions } = await openStore({ name: 'crashes' });
  const { saved } = globalThis as unknown as { saved: (id: string) => Promise<void> };
  for (let number = 0; ; number += 1) {
    const end = (round * 100_000 + number).toString(16).padStart(12, '0');
    const id = `019ca945-0a00-7000-8000-${end}`;
    await sessions.save({ ...session, id });
    void saved(id);
  }
}

/** Runs in the page: what is there, and what of it is not whole. */
async function readAll({
  address,
  curves,
}: {
  address: string;
  curves: number;
}): Promise<{ ids: string[]; torn: number }> {
  const { openStore } = (await import(address)) as StoreModule;
  const { sessions } = await openStore({ name: 'crashes' });
  const ids = (await sessions.list()).map(({ id }) => id);
  const found = await Promise.all(ids.map((id) => sessions.find(id)));
  const whole = found.filter((one) => JSON.stringify(one).split('"at":').length - 1 === curves);
  return { ids, torn: ids.length - whole.length + (await sessions.damaged()).length };
}

/** Kills the page's process. */
async function crash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Never answered: there is nobody left to do so.
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

test('nothing that counts as saved is lost in 50 crashes in the middle of writing', async ({
  context,
}) => {
  test.setTimeout(180_000);
  const code = await compiledStore();
  const told = new Set<string>();
  let atLeast = 0;
  let enough = (): void => undefined;
  await context.exposeBinding('saved', (_, id: string) => {
    told.add(id);
    if (told.size >= atLeast) enough();
  });
  const session = sessionOn(0);
  for (let round = 0; round < crashes; round += 1) {
    const page = await storePage(context, code);
    // Chosen: from 1 to 10 saved sessions, so that the crash comes at ever other moments.
    atLeast = told.size + 1 + (round % 10);
    const isEnough = new Promise<void>((resolve) => {
      enough = resolve;
    });
    page.evaluate(saveForever, { address, session, round }).catch(() => undefined);
    await isEnough;
    await crash(page);
  }
  const page = await storePage(context, code);
  const points = JSON.stringify(session).split('"at":').length - 1;
  const { ids, torn } = await page.evaluate(readAll, { address, curves: points });
  expect([...told].filter((id) => !ids.includes(id))).toEqual([]);
  expect(torn).toBe(0);
  expect(told.size).toBeGreaterThanOrEqual(crashes);
});
