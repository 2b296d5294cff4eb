import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Receiving } from '../../src/app/receiving.svelte.ts';
import { textOf } from '../../src/share/base64.ts';
import { newCode, spokenCode } from '../../src/share/code.ts';
import type { Shared } from '../../src/share/content.ts';
import { linkOf } from '../../src/share/link.ts';
import { sealed } from '../../src/share/seal.ts';
import View from '../../src/ui/screens/View.svelte';
import { partsWith, show } from '../helpers/screens.ts';
import { sharedSmall, sharedWhole } from '../helpers/shared.ts';

const code = newCode();
const secret = { kind: 'code', code } as const;

function sheet() {
  return page.getByRole('article', { name: 'Flexibility report' });
}

async function pick(content: BlobPart): Promise<void> {
  await page.getByLabelText('Choose a file').upload(new File([content], 'ada.limber'));
}

/** A passphrase is slow on purpose. */
async function seen(): Promise<void> {
  await expect.element(sheet(), { timeout: 10_000 }).toBeVisible();
}

async function type(typed: string): Promise<void> {
  await page.getByLabelText(/^(Code|Passphrase)$/).fill(typed);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

/** A text sealed as Limber seals, whose header says something else. */
function withHeader(text: string, header: object): string {
  const encoded = textOf(new TextEncoder().encode(JSON.stringify(header)));
  return encoded + text.slice(text.indexOf('.'));
}

describe('A link', () => {
  test('is taken out of the address before anything is shown, and opened by its code', async () => {
    location.hash = `#/view/${await sealed(sharedSmall(), secret)}`;
    const parts = await partsWith();
    expect(location.hash).toBe('#/view');
    expect(parts.router.route).toEqual({ screen: 'view' });
    await show(View, parts);
    await type(spokenCode(code).toLowerCase());
    await expect.element(sheet()).toHaveTextContent('No name given');
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('Shared with you');
  });

  test('that is opened while Limber is open is taken as well', async () => {
    const parts = await partsWith();
    await show(View, parts);
    location.hash = `#/view/${await sealed(sharedSmall(), secret)}`;
    await expect.element(page.getByLabelText('Code', { exact: true })).toBeVisible();
    expect(location.hash).toBe('#/view');
  });

  test('can be pasted', async () => {
    await show(View, await partsWith());
    const link = linkOf('https://limber.example/', await sealed(sharedSmall(), secret))!;
    await page.getByLabelText('Or paste a link').fill(`  ${link} `);
    await page.getByRole('button', { name: 'Open the link' }).click();
    await type(code);
    await seen();
  });
});

describe('A file', () => {
  test('is opened by the passphrase that it was locked with', async () => {
    await show(View, await partsWith());
    const passphrase = 'four quiet herons wait';
    await pick(await sealed(sharedWhole(), { kind: 'passphrase', passphrase }));
    await type(passphrase);
    await seen();
    await expect.element(sheet()).toHaveTextContent('Ada Byron');
    await expect.element(sheet()).toHaveTextContent('Stiff after sitting all day.');
    // A chart for each test, and the picture that went along.
    expect(sheet().getByRole('img').elements()).toHaveLength(4 + 1);
  });

  test('asks once more after a wrong code or a slip, and then opens', async () => {
    await show(View, await partsWith());
    await pick(await sealed(sharedSmall(), secret));
    await type('ABC');
    await expect.element(page.getByRole('alert')).toHaveTextContent('typing mistake');
    await type(newCode());
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Wrong code, or a damaged file');
    expect(sheet().elements()).toEqual([]);
    await type(code);
    await seen();
  });

  const strangers: readonly (readonly [string, (text: string) => BlobPart, RegExp])[] = [
    ['a picture', () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), /not shared by Limber/],
    ['nothing', () => '', /not shared by Limber/],
    ['a web token of others', () => 'eyJhbGciOiJIUzI1NiJ9.e30.x', /not shared by Limber/],
    [
      'a newer Limber',
      (text) => withHeader(text, { typ: 'limber', v: 9 }),
      /shared by a newer Limber/,
    ],
    [
      'another cipher',
      (text) => withHeader(text, { typ: 'limber', v: 1, alg: 'none' }),
      /Wrong code, or a damaged file/,
    ],
  ];
  test.each(strangers)('of %s is refused in one sentence', async (_, change, sentence) => {
    await show(View, await partsWith());
    await pick(change(await sealed(sharedSmall(), secret)));
    await expect.element(page.getByRole('alert')).toHaveTextContent(sentence);
    expect(page.getByLabelText('Code', { exact: true }).elements()).toEqual([]);
    await pick(await sealed(sharedSmall(), secret));
    await type(code);
    await seen();
  });

  test('that is larger than anything shared is not even read', async () => {
    const parts = await partsWith();
    await show(View, parts);
    const file = new Blob([new Uint8Array(13 * 2 ** 20)]);
    file.text = () => Promise.reject(new Error('It was read'));
    await parts.receiving.takeFile(file);
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('larger than anything Limber shares');
  });

  test('that went away before it was read is told to be unreadable', async () => {
    const parts = await partsWith();
    await show(View, parts);
    const file = new Blob(['x']);
    file.text = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await parts.receiving.takeFile(file);
    await expect.element(page.getByRole('alert')).toHaveTextContent('could not be read');
  });

  test('that was cut or changed shows nothing of its content', async () => {
    await show(View, await partsWith());
    const text = await sealed(sharedSmall(), secret);
    const other = text.at(-31) === 'A' ? 'B' : 'A';
    for (const spoilt of [text.slice(0, -40), text.slice(0, -31) + other + text.slice(-30)]) {
      await pick(spoilt);
      await type(code);
      await expect
        .element(page.getByRole('alert'))
        .toHaveTextContent('Wrong code, or a damaged file');
      expect(sheet().elements()).toEqual([]);
      await page.getByRole('button', { name: 'Open something else' }).click();
    }
  });

  test('with the right code that holds what Limber does not write is not shown', async () => {
    await show(View, await partsWith());
    const more = { ...sharedSmall(), script: 'x' };
    await pick(await sealed(more, secret));
    await type(code);
    await expect.element(page.getByRole('alert')).toHaveTextContent('This cannot be read');
    await expect.element(page.getByLabelText('Choose a file')).toBeInTheDocument();
  });

  test('with markup in its words shows them as words', async () => {
    await show(View, await partsWith());
    const evil = '<img src=x onerror="document.title=1"><b>bold</b>';
    const shared: Shared = { ...sharedWhole(), stills: [] };
    const named = { ...shared, person: { ...shared.person, name: evil.slice(0, 60) } };
    const noted = { ...named, diary: shared.diary.map((entry) => ({ ...entry, note: evil })) };
    await pick(await sealed(noted, secret));
    await type(code);
    await expect.element(sheet()).toHaveTextContent('<b>bold</b>');
    expect(document.querySelectorAll('article img, article b')).toHaveLength(0);
  });
});

describe('What was opened', () => {
  test('is gone when the person leaves, or closes it', async () => {
    const parts = await partsWith();
    const { unmount } = await show(View, parts);
    await pick(await sealed(sharedSmall(), secret));
    await type(code);
    await page.getByRole('button', { name: 'Close, and open something else' }).click();
    await expect.element(page.getByLabelText('Choose a file')).toBeInTheDocument();
    await pick(await sealed(sharedSmall(), secret));
    await type(code);
    await seen();
    await unmount();
    expect(parts.receiving.state).toEqual({ at: 'waiting' });
  });

  test('adds nothing to what is stored here', async () => {
    const parts = await partsWith();
    await show(View, parts);
    await pick(await sealed(sharedWhole(), secret));
    await type(code);
    await seen();
    expect([parts.history.sessions, parts.history.diary, parts.people.all.length]).toEqual([
      [],
      [],
      1,
    ]);
  });

  test('is what was taken last, however long an earlier one takes', async () => {
    const receiving = new Receiving();
    const passphrase = 'four quiet herons wait';
    receiving.take(await sealed(sharedWhole(), { kind: 'passphrase', passphrase }));
    const slow = receiving.open(passphrase);
    receiving.take(await sealed(sharedSmall(), secret));
    await receiving.open(code);
    await slow;
    expect(receiving.state).toMatchObject({ at: 'open', shared: { sessions: [{}] } });
  });
});
