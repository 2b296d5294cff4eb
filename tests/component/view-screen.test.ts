import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CameraFrames } from '../../src/app/frame-supply.ts';
import { QrScan } from '../../src/app/qr-scan.svelte.ts';
import { readQr } from '../../src/app/read-qr.ts';
import { Receiving } from '../../src/app/receiving.svelte.ts';
import { CaseloadMemory } from '../../src/caseload/caseload-memory.ts';
import { Caseload } from '../../src/caseload/caseload.ts';
import type { Session } from '../../src/core/session/session.ts';
import { Failure, type FailureCode } from '../../src/core/errors.ts';
import { textOf } from '../../src/share/base64.ts';
import { newCode, spokenCode } from '../../src/share/code.ts';
import type { Shared } from '../../src/share/content.ts';
import { linkOf } from '../../src/share/link.ts';
import { qrOf } from '../../src/share/qr.ts';
import { sealed } from '../../src/share/seal.ts';
import View from '../../src/ui/screens/View.svelte';
import { partsWith, show } from '../helpers/screens.ts';
import { sharedSmall, sharedWhole } from '../helpers/shared.ts';
import { movedRaise, raiseMotion } from '../helpers/motions.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { idOf, shareOf, weeksOf } from '../helpers/shares.ts';

const code = newCode();
const secret = { kind: 'code', code } as const;

function sheet() {
  return page.getByRole('article', { name: 'Flexibility report' });
}

async function pick(content: BlobPart): Promise<void> {
  await page.getByLabelText('Choose one or more files').upload(new File([content], 'ada.limber'));
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
    await page.getByLabelText('Or paste a link or its text').fill(`  ${link} `);
    await page.getByRole('button', { name: 'Open it' }).click();
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
    const file = new File([new Uint8Array(13 * 2 ** 20)], 'large.limber');
    file.text = () => Promise.reject(new Error('It was read'));
    await parts.inbox.takeFiles([file]);
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('larger than anything Limber shares');
  });

  test('that went away before it was read is told to be unreadable', async () => {
    const parts = await partsWith();
    await show(View, parts);
    const file = new File(['x'], 'gone.limber');
    file.text = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await parts.inbox.takeFiles([file]);
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
    await expect.element(page.getByLabelText('Choose one or more files')).toBeInTheDocument();
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

/** Files of a name each. */
async function pickAll(files: Readonly<Record<string, string>>): Promise<void> {
  const all = Object.entries(files).map(([name, text]) => new File([text], name));
  await page.getByLabelText('Choose one or more files').upload(all);
}

function row(name: string) {
  return page.getByRole('listitem').filter({ hasText: name });
}

describe('Several files', () => {
  test('are opened by the codes they have, and those that cannot be say why', async () => {
    await show(View, await partsWith());
    const [one, two] = [newCode(), newCode()];
    const named = shareOf(1, weeksOf(1, 2));
    await pickAll({
      'a.limber': await sealed(named, { kind: 'code', code: one }),
      'b.limber': await sealed(sharedSmall(), { kind: 'code', code: two }),
      'c.limber': await sealed(shareOf(3, weeksOf(3, 1)), { kind: 'code', code: one }),
      'cut.limber': (await sealed(named, { kind: 'code', code: one })).slice(0, -9),
      'photo.jpg': 'no share',
      'newer.limber': withHeader(await sealed(named, secret), { typ: 'limber', v: 9 }),
      'other.limber': await sealed({ ...named, extra: 1 } as Shared, { kind: 'code', code: one }),
    });
    await expect.element(row('photo.jpg')).toHaveTextContent('not shared by Limber');
    await expect.element(row('newer.limber')).toHaveTextContent('shared by a newer Limber');
    await type(newCode());
    await expect.element(page.getByRole('alert')).toHaveTextContent('Wrong code');
    await type(one);
    await expect.element(row('a.limber')).toHaveTextContent('Open: Person 1, 2 visits');
    await expect.element(row('c.limber')).toHaveTextContent('Open: Person 3, 1 visit');
    await expect
      .element(row('other.limber'))
      .toHaveTextContent('something inside is not as Limber');
    await expect.element(row('b.limber')).toHaveTextContent('Locked');
    await expect.element(page.getByText('For b.limber.')).toBeVisible();
    expect(page.getByText('Wrong code, or a damaged file').elements()).toEqual([]);
    await type(two);
    await expect.element(row('b.limber')).toHaveTextContent('Open: No name given, 1 visit');
    await expect.element(row('cut.limber')).toHaveTextContent('Locked');
    await page.getByRole('button', { name: 'Leave out cut.limber' }).click();
    await expect
      .element(page.getByRole('heading', { name: 'It is locked' }))
      .not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Look at what a.limber shared' }).click();
    await expect.element(sheet()).toHaveTextContent('Person 1');
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await expect.element(row('b.limber')).toBeVisible();
  });

  test('are kept together in the caseload, each once, only when the therapist says so', async () => {
    const parts = await partsWith();
    await show(View, parts);
    const shares = [
      shareOf(1, weeksOf(1, 2)),
      shareOf(1, weeksOf(1, 3), { number: 2 }),
      shareOf(2, weeksOf(2, 1)),
    ];
    const files = await Promise.all(shares.map((shared) => sealed(shared, secret)));
    await pickAll(
      Object.fromEntries(files.map((text, index) => [`${String(index)}.limber`, text])),
    );
    await type(code);
    await expect.element(row('2.limber')).toHaveTextContent('Open: Person 2');
    const caseload = await parts.cases.shelf();
    expect((await caseload.list()).people).toEqual([]);
    await page.getByRole('button', { name: 'Keep all 3 on this device' }).click();
    await expect
      .element(page.getByText('Kept on this device: 3 new, 0 kept before.'))
      .toBeVisible();
    await page.getByRole('button', { name: 'Keep all 3 on this device' }).click();
    await expect
      .element(page.getByText('Kept on this device: 0 new, 3 kept before.'))
      .toBeVisible();
    expect((await caseload.list()).people.map(({ summary }) => summary.visits)).toEqual([3, 1]);
  });

  test('that no longer fit on this device stay open, and nothing is lost', async () => {
    const memory = new CaseloadMemory();
    const caseload = new Caseload(memory, null);
    await caseload.keep(shareOf(2, weeksOf(2, 1)));
    memory.write = () => Promise.reject(new Failure('storage-full'));
    await show(View, await partsWith([], null, { caseload }));
    await pick(await sealed(shareOf(1, weeksOf(1, 2)), secret));
    await type(code);
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await expect.element(page.getByText('No room left on this device')).toBeVisible();
    await expect.element(page.getByText('Nothing is lost: it is still open here.')).toBeVisible();
    await expect.element(sheet()).toHaveTextContent('Person 1');
    expect((await caseload.list()).people).toHaveLength(1);
  });
});

/** A picture file with a QR code on it, drawn by the browser. */
async function pictureOf(text: string, type = 'image/png'): Promise<File> {
  const drawing = qrOf(text)!;
  const canvas = new OffscreenCanvas(700, 600);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#8a8578';
  context.fillRect(0, 0, 700, 600);
  context.translate(90, 40);
  context.scale(500 / drawing.size, 500 / drawing.size);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, drawing.size, drawing.size);
  context.fillStyle = '#000';
  context.fill(new Path2D(drawing.path));
  return new File([await canvas.convertToBlob({ type })], 'code.png', { type });
}

describe('A QR code', () => {
  test('in a picture brings what was sealed, and another its code', async () => {
    await show(View, await partsWith());
    const link = linkOf('https://limber.example/', await sealed(sharedSmall(), secret))!;
    await page.getByRole('button', { name: 'Scan a QR code' }).click();
    await expect.element(page.getByRole('dialog')).toHaveTextContent('No camera found');
    await page.getByLabelText('Choose a picture of it').upload(await pictureOf(link, 'image/jpeg'));
    await page.getByRole('button', { name: 'Scan the code' }).click();
    await page.getByLabelText('Choose a picture of it').upload(await pictureOf(code));
    await expect.element(page.getByLabelText('Code', { exact: true })).toHaveValue(code);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await seen();
  });

  test('is missed in one sentence where there is none, or no picture', async () => {
    await show(View, await partsWith());
    await page.getByRole('button', { name: 'Scan a QR code' }).click();
    const picture = page.getByLabelText('Choose a picture of it');
    const canvas = new OffscreenCanvas(300, 200);
    canvas.getContext('2d')!.fillRect(20, 20, 90, 60);
    const blank = await canvas.convertToBlob();
    await picture.upload(new File([blank], 'blank.png'));
    await expect.element(page.getByRole('dialog')).toHaveTextContent('No QR code was seen');
    await picture.upload(new File(['GIF89a no'], 'x.gif'));
    await expect.element(page.getByRole('dialog')).toHaveTextContent('This is not a picture');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByLabelText('Or paste a link or its text')).toBeVisible();
  });

  test.each<[FailureCode, string]>([
    ['camera-denied', 'may not use the camera'],
    ['camera-busy', 'The camera is in use'],
    ['camera-unsupported', 'This browser gives no camera'],
  ])('is asked for otherwise where the camera says %s', async (failure, sentence) => {
    const openCamera = () => Promise.reject(new Failure(failure));
    await show(View, await partsWith([], null, { openCamera }));
    await page.getByRole('button', { name: 'Scan a QR code' }).click();
    await expect.element(page.getByRole('alert').getByText(sentence)).toBeVisible();
    await expect.element(page.getByLabelText('Choose a picture of it')).toBeInTheDocument();
  });

  test('before the camera is read, and the camera is off by then', async () => {
    const picture = await createImageBitmap(await pictureOf(code));
    const frames = [await createImageBitmap(new ImageData(64, 48)), picture];
    const close = vi.fn();
    const camera: CameraFrames = {
      stream: new MediaStream(),
      label: '',
      size: { width: 700, height: 600 },
      progress: null,
      next: () => Promise.resolve({ picture: frames.shift()!, capturedAt: 0 }),
      watchStall: () => () => undefined,
      close,
    };
    const seenTexts: string[] = [];
    const scan = new QrScan({
      openCamera: () => Promise.resolve(camera),
      read: readQr,
      onseen: (text) => {
        seenTexts.push(text);
        expect(close).toHaveBeenCalledOnce();
      },
    });
    await scan.look();
    expect([seenTexts, scan.stream, scan.failure]).toEqual([[code], null, null]);
    expect(close).toHaveBeenCalledOnce();
  });

  test('stops being looked for when the person stops it', async () => {
    const close = vi.fn();
    const camera: CameraFrames = {
      stream: new MediaStream(),
      label: '',
      size: { width: 64, height: 48 },
      progress: null,
      next: (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        }),
      watchStall: () => () => undefined,
      close,
    };
    const onseen = vi.fn();
    const scan = new QrScan({ openCamera: () => Promise.resolve(camera), read: readQr, onseen });
    const looking = scan.look();
    await expect.poll(() => scan.stream).not.toBeNull();
    scan.stop();
    await looking;
    expect([scan.stream, scan.failure, close.mock.calls.length]).toEqual([null, null, 1]);
    expect(onseen).not.toHaveBeenCalled();
  });
});

describe('What was opened', () => {
  test('is gone when the person leaves, or closes it', async () => {
    const parts = await partsWith();
    const { unmount } = await show(View, parts);
    await pick(await sealed(sharedSmall(), secret));
    await type(code);
    await page.getByRole('button', { name: 'Close, and open something else' }).click();
    await expect.element(page.getByLabelText('Choose one or more files')).toBeInTheDocument();
    await pick(await sealed(sharedSmall(), secret));
    await type(code);
    await seen();
    await unmount();
    expect(parts.inbox.all).toEqual([]);
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

describe('The movements that were shared', () => {
  /** Two visits; the right leg's movement is of the second alone. */
  async function opened(): Promise<void> {
    const [first, second] = [60, 72].map((top, index) => ({
      ...sessionOn(7 * index, [movedRaise('left', top), movedRaise('right', top + 4)]),
      id: idOf('c', index),
    })) as [Session, Session];
    const motion = [
      raiseMotion(first.id, 'left', 60),
      raiseMotion(second.id, 'left', 72),
      raiseMotion(second.id, 'right', 76),
    ];
    const parts = await partsWith();
    await show(View, parts);
    await pick(await sealed(shareOf(1, [first, second], { motion }), secret));
    await type(code);
    await page.getByText('See how they moved').click();
  }

  function replay(name: string) {
    return page.getByRole('group', { name: `The movement: ${name}` });
  }

  test('are played from the newest visit on, one beside another, hold on hold', async () => {
    await opened();
    await expect.element(replay('Leg raise, left')).toBeVisible();
    expect(replay('Leg raise, left').getByRole('figure').elements()).toHaveLength(1);
    await page.getByLabelText('Beside it').selectOptions(idOf('c', 0));
    await expect.element(page.getByText('their holds begin together')).toBeVisible();
    expect(replay('Leg raise, left').getByRole('figure').elements()).toHaveLength(2);
    // Halfway through the raises of three seconds: half of 72 and of 60 degrees.
    await replay('Leg raise, left').getByRole('slider').fill('1500');
    await expect
      .element(replay('Leg raise, left').getByRole('slider'))
      .toHaveAttribute('aria-valuetext', expect.stringMatching(/36.*30/));
  });

  test('of the other leg are offered by the visits that have them', async () => {
    await opened();
    await page.getByLabelText('Movement', { exact: true }).selectOptions('Leg raise, right');
    await expect.element(replay('Leg raise, right')).toBeVisible();
    expect(page.getByLabelText('Beside it').elements()).toEqual([]);
    expect(
      page.getByLabelText('Visit', { exact: true }).getByRole('option').elements(),
    ).toHaveLength(1);
  });

  test('are not offered where none was shared', async () => {
    await show(View, await partsWith());
    await pick(await sealed(sharedSmall(), secret));
    await type(code);
    await seen();
    expect(page.getByText('See how they moved').elements()).toEqual([]);
  });
});

test('What was opened can go to the clinic’s record, once its address is told', async () => {
  await show(View, await partsWith());
  await pick(await sealed(sharedSmall(), secret));
  await type(code);
  await page.getByText('Send to the clinic’s record').click();
  await expect.element(page.getByLabelText('Address of the record system')).toBeVisible();
});
