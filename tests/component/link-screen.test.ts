import { describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Parts } from '../../src/app/assemble.ts';
import { shareWords } from '../../src/app/share-words.ts';
import { textOf } from '../../src/share/base64.ts';
import type { Shared } from '../../src/share/content.ts';
import { bundleOf } from '../../src/share/fhir/bundle.ts';
import { fhirText } from '../../src/share/fhir/fhir-text.ts';
import { objectOf } from '../../src/share/health-link/object.ts';
import { StoreFailure } from '../../src/share/health-link/store-failure.ts';
import { healthLinkText } from '../../src/share/health-link/uri.ts';
import Share from '../../src/ui/screens/Share.svelte';
import View from '../../src/ui/screens/View.svelte';
import { hostileTexts } from '../helpers/hostile.ts';
import { raise } from '../helpers/results.ts';
import { partsWith, show } from '../helpers/screens.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { sharedSmall, sharedWhole } from '../helpers/shared.ts';

const farDay = Date.UTC(2100, 0, 1);
const visit = sessionOn(0, [raise('left', 61), raise('right', 58)]);

/** A store as the screens see it: what it has, and what it answers instead for a while. */
class PretendStore {
  readonly objects = new Map<string, string>();
  status: number | null = null;
  asked = 0;

  readonly fetch: typeof fetch = (input, init) => {
    this.asked += 1;
    return Promise.resolve(this.#answer(new Request(input, init), init?.body));
  };

  #answer({ url, method }: Request, body: unknown): Response {
    const name = url.replace(/\?.*/, '');
    if (this.status !== null) return new Response(null, { status: this.status });
    if (method === 'PUT') {
      this.objects.set(name, body as string);
      return new Response(null, { status: 201 });
    }
    const known = this.objects.get(name);
    if (known === undefined) return new Response(null, { status: 404 });
    if (method === 'DELETE') this.objects.delete(name);
    return new Response(method === 'HEAD' ? null : known);
  }
}

function sheet() {
  return page.getByRole('article', { name: 'Flexibility report' });
}

/** A link to something that lies in a store. */
async function linkTo(
  store: PretendStore,
  shared: Shared,
  { label = '', until = farDay } = {},
): Promise<string> {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const url = `https://store.example/s/${textOf(crypto.getRandomValues(new Uint8Array(32)))}`;
  const bundle = await bundleOf(shared, shareWords, { pdf: null, withSnomed: false });
  store.objects.set(url, await objectOf(bundle, shared, key));
  return healthLinkText({ url, key, until, label });
}

async function paste(text: string): Promise<void> {
  await page.getByRole('textbox', { name: /link/i }).fill(text);
  await page.getByRole('button', { name: 'Open it', exact: true }).click();
}

async function viewing(store: PretendStore): Promise<Parts> {
  const parts = await partsWith([], null, { network: { fetch: store.fetch } });
  await show(View, parts);
  return parts;
}

describe('Opening a link', () => {
  test('shows all that was shared, and what the sharer calls it', async () => {
    const store = new PretendStore();
    await viewing(store);
    await paste(`Here: ${await linkTo(store, sharedSmall(), { label: 'For Ms. Meier' })}`);
    await expect.element(sheet()).toBeVisible();
    await expect.element(page.getByText('For Ms. Meier')).toBeVisible();
  });

  test('out of the address takes the link out of it first', async () => {
    const store = new PretendStore();
    location.hash = await linkTo(store, sharedSmall());
    await viewing(store);
    expect(location.hash).toBe('#/view');
    await expect.element(sheet()).toBeVisible();
  });

  test('of several at once shows each by its name, and keeps the good where one is gone', async () => {
    const store = new PretendStore();
    await viewing(store);
    const [first, second, gone] = [
      await linkTo(store, sharedSmall(), { label: 'First' }),
      await linkTo(store, sharedWhole(), { label: 'Second' }),
      await linkTo(new PretendStore(), sharedSmall()),
    ];
    await paste([first, second, gone].join(' '));
    const list = page.getByRole('list', { name: 'What was taken' });
    await expect.element(list).toHaveTextContent('First');
    await expect.element(list).toHaveTextContent('Second');
    await expect.element(list).toHaveTextContent('Nothing is there any more');
  });

  test('to a store that this page may not reach names that store, also among several', async () => {
    const store = new PretendStore();
    const good = await linkTo(store, sharedSmall());
    const forbidden = new StoreFailure('store-blocked', { host: 'https://store.example' });
    const fetch = (): Promise<never> => Promise.reject(forbidden);
    await show(View, await partsWith([], null, { network: { fetch } }));
    await paste(good);
    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent('This page is not allowed to reach that store');
    await expect.element(alert).toHaveTextContent('https://store.example');
    await paste(`${good} ${await linkTo(store, sharedSmall())}`);
    const rows = page.getByRole('list', { name: 'What was taken' }).getByRole('listitem');
    await expect.element(rows.first()).toHaveTextContent('https://store.example');
  });

  test('that has run out asks nobody', async () => {
    const store = new PretendStore();
    await viewing(store);
    await paste(await linkTo(store, sharedSmall(), { until: 1000 }));
    await expect.element(page.getByText('This link has run out')).toBeVisible();
    expect(store.asked).toBe(0);
  });

  test.for([
    [404, 'Nothing is there any more'],
    [403, 'The store does not let this link be read'],
    [500, 'The store has a problem of its own'],
  ] as const)('tells %i in a sentence', async ([status, words]) => {
    const store = new PretendStore();
    await viewing(store);
    const link = await linkTo(store, sharedSmall());
    store.status = status;
    await paste(link);
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(sheet()).not.toBeInTheDocument();
  });

  test('runs nothing of a label, whatever it is', async () => {
    const hits: number[] = [];
    Object.assign(window, { hit: (number: number) => hits.push(number) });
    const store = new PretendStore();
    const parts = await viewing(store);
    for (const label of hostileTexts.filter(({ length }) => length <= 80)) {
      parts.inbox.take(await linkTo(store, sharedSmall(), { label }));
      await expect.poll(() => parts.inbox.only?.receiving.label).toBe(fhirText(label));
      await expect.element(sheet()).toBeVisible();
    }
    expect(hits).toEqual([]);
  }, 120_000);
});

describe('A link of one’s own', () => {
  async function sharing(store: PretendStore): Promise<Parts> {
    const parts = await partsWith([visit], null, { network: { fetch: store.fetch } });
    onTestFinished(() => {
      parts.clinicStore.keep(false);
    });
    await show(Share, parts);
    await page.getByLabelText('Address of the store').fill('https://store.example/s');
    return parts;
  }

  const make = (): Promise<void> => page.getByRole('button', { name: 'Make the link' }).click();

  test('is stored, shown, asked about and taken back', async () => {
    const store = new PretendStore();
    await sharing(store);
    await make();
    await expect.element(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
    const list = page.getByRole('region', { name: 'Links you have made' });
    await expect.element(list).toHaveTextContent('Opens until');
    expect(store.objects.size).toBe(1);
    await list.getByRole('button', { name: /^Ask the store/ }).click();
    await expect.element(list).toHaveTextContent('The store has it.');
    await list.getByRole('button', { name: /^Take back/ }).click();
    await page.getByRole('button', { name: 'Leave it' }).click();
    expect(store.objects.size).toBe(1);
    await list.getByRole('button', { name: /^Take back/ }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect.element(list).toHaveTextContent('Taken back');
    expect(store.objects.size).toBe(0);
  });

  test('leaves the code of what was locked before on the screen', async () => {
    const parts = await sharing(new PretendStore());
    await page.getByRole('button', { name: 'Lock it now' }).click();
    const groups = page.getByRole('list', { name: 'The code in groups of three' });
    await expect.element(groups).toBeVisible();
    const code = groups.element().textContent;
    await make();
    await expect.element(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Links you have made' })).toBeVisible();
    // In a browser's database any record that is written, as that of the link, has all of them told of anew.
    await parts.history.write({
      at: visit.startedAt,
      note: 'not shared',
      minutes: null,
      pain: null,
    });
    await expect.poll(() => parts.history.diary).toHaveLength(1);
    expect(groups.element().textContent).toBe(code);
    await page.getByRole('checkbox', { name: 'My name' }).click();
    await expect.element(groups).not.toBeInTheDocument();
  });

  test('that the store refused is on no list', async () => {
    const store = new PretendStore();
    const parts = await sharing(store);
    store.status = 507;
    await make();
    await expect.element(page.getByText('The store is full')).toBeVisible();
    await expect.poll(() => parts.links.all).toEqual([]);
  });

  test('of which the answer was lost can be asked about, and found gone', async () => {
    const store = new PretendStore();
    await sharing(store);
    store.status = 500;
    await make();
    const list = page.getByRole('region', { name: 'Links you have made' });
    await expect.element(list).toHaveTextContent('Not known whether it was stored');
    store.status = null;
    await list.getByRole('button', { name: /^Ask the store/ }).click();
    await expect.element(list).toHaveTextContent('No longer in the store');
    await list.getByRole('button', { name: /off the list$/ }).click();
    await expect.element(list).not.toBeInTheDocument();
  });
});
