import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Parts } from '../../src/app/assemble.ts';
import { fileOf } from '../../src/app/picture-file.ts';
import { codeIn } from '../../src/share/code.ts';
import type { Shared } from '../../src/share/content.ts';
import { sealedIn } from '../../src/share/link.ts';
import { motionFrom } from '../../src/share/motion.ts';

import type { KeptPicture } from '../../src/store/pictures.ts';
import Share from '../../src/ui/screens/Share.svelte';
import { openedShare } from '../helpers/opened-share.ts';
import { lying } from '../helpers/figure.ts';
import { drawn } from '../helpers/stick-figure.ts';
import { correction, heldOf } from '../helpers/held.ts';
import { movedVisit } from '../helpers/motions.ts';
import { partsWith, show } from '../helpers/screens.ts';
import { bend, raise } from '../helpers/results.ts';
import { legRaise, sessionOn } from '../helpers/sessions.ts';

interface Given {
  readonly parts: Parts;
  readonly saved: { readonly file: Blob; readonly name: string }[];
  readonly copied: string[];
  readonly printed: () => number;
}

const first = sessionOn(0, [raise('left', 61), raise('right', 58), bend(88)]);
const last = sessionOn(14, [legRaise(72)]);

/** The share screen of Ada, who measured twice, wrote something down and answered the gate. */
async function desk(
  session: string | null = null,
  isCopied = true,
  sessions = [first, last],
  pictures: readonly KeptPicture[] = [],
): Promise<Given> {
  const saved: { file: Blob; name: string }[] = [];
  const copied: string[] = [];
  let prints = 0;
  const parts = await partsWith(sessions, null, {
    outlet: {
      saveFile: (file, name) => saved.push({ file, name }),
      copy: (text) => {
        if (isCopied) copied.push(text);
        return Promise.resolve(isCopied);
      },
      print: () => {
        prints += 1;
      },
      address: () => 'https://limber.example/#/share',
    },
  });
  await parts.people.change(parts.people.current.id, {
    name: 'Ada',
    birthYear: 1980,
    sex: 'female',
    height: 168,
    sideNotes: { left: '', right: '' },
  });
  const { startedAt } = last;
  await parts.history.write({ at: startedAt, note: 'Stiff all day', minutes: 12, pain: 3 });
  await parts.safety.answer({ flags: [], readiness: [], pain: 1 });
  for (const one of pictures) await (await parts.history.pictures()).save(one);
  await show(Share, parts, { session });
  if (sessions.length > 0) await expect.element(sheet()).toBeVisible();
  return { parts, saved, copied, printed: () => prints };
}

/** A picture of a held leg raise, as a person keeps it. */
async function keptOf(sessionId: string): Promise<KeptPicture> {
  const canvas = new OffscreenCanvas(64, 48);
  canvas.getContext('2d')!.fillRect(8, 8, 20, 20);
  const step = { test: 'slr', side: last.results[0]!.side } as const;
  const held = heldOf(drawn(lying), step);
  const file = await fileOf(canvas);
  return { ...file, ...step, sessionId, trial: 0, keptAt: 0, blurred: true, held };
}

/** A passphrase is slow on purpose, and the writer of PDFs is large. */
const slow = { timeout: 10_000 };

function sheet() {
  return page.getByRole('article', { name: 'Flexibility report' });
}

function tick(name: string) {
  return page.getByRole('checkbox', { name, exact: true });
}

async function lock(): Promise<void> {
  await page.getByRole('button', { name: 'Lock it now' }).click();
  const save = page.getByRole('button', { name: 'Save the file' });
  await expect.element(save, slow).toBeVisible();
}

function shownCode(): string {
  const groups = page.getByRole('list', { name: 'The code in groups of three' });
  return codeIn(groups.element().textContent);
}

async function opened(text: string): Promise<Shared> {
  return openedShare(text, { kind: 'code', code: shownCode() });
}

describe('The preview', () => {
  test('has at first what a professional asks for, and no own words or answers', async () => {
    await desk();
    await expect.element(sheet()).toHaveTextContent('Ada');
    await expect.element(sheet()).toHaveTextContent('Pain, 0 to 10: 3');
    await expect.element(sheet()).toHaveTextContent('12 minutes');
    await expect.element(sheet()).not.toHaveTextContent('Stiff all day');
    await expect.element(sheet()).toHaveTextContent(/Left out by choice: notes.*safety questions/);
  });

  test('follows each choice', async () => {
    await desk();
    await tick('My notes').click();
    await expect.element(sheet()).toHaveTextContent('Stiff all day');
    await tick('My name').click();
    await expect.element(sheet()).toHaveTextContent('No name given');
    await expect.element(sheet()).not.toHaveTextContent('Ada');
    await tick('Pain from 0 to 10').click();
    await expect.element(sheet()).not.toHaveTextContent('Pain, 0 to 10: 3');
    await tick('Answers to the safety questions').click();
    await expect.element(sheet()).toHaveTextContent('nothing ticked in the safety questions');
    await tick('Forward bend').click();
    await expect.element(sheet().getByRole('rowheader', { name: 'Leg raise' })).toBeVisible();
    expect(sheet().getByRole('rowheader', { name: 'Forward bend' }).elements()).toEqual([]);
  });

  test('keeps to the days, and says when they make no sense', async () => {
    await desk();
    await expect.element(sheet()).toHaveTextContent('2 visits');
    await page.getByLabelText('From', { exact: true }).fill('2026-03-10');
    await expect.element(sheet()).toHaveTextContent('One visit');
    expect(sheet().getByRole('rowheader', { name: 'Forward bend' }).elements()).toEqual([]);
    await page.getByLabelText('To', { exact: true }).fill('2026-03-02');
    await expect.element(page.getByRole('alert')).toHaveTextContent('The first day comes after');
    expect(sheet().elements()).toEqual([]);
    await expect.element(page.getByRole('button', { name: 'Lock it now' })).toBeDisabled();
    await expect.element(page.getByRole('button', { name: 'Save as PDF' })).toBeDisabled();
  });

  test('of one check has only that one', async () => {
    await desk(last.id);
    await expect.element(tick('Forward bend')).not.toBeChecked();
    await expect.element(tick('Leg raise')).toBeChecked();
    await expect.element(sheet()).toHaveTextContent('One visit');
    expect(page.getByLabelText('From', { exact: true }).element()).toHaveProperty(
      'value',
      '2026-03-15',
    );
  });

  test('is not there before the first check', async () => {
    await desk(null, true, []);
    await expect.element(page.getByText('Nothing to share yet')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Start a check' }))
      .toHaveAttribute('href', '#/check');
  });
});

describe('What is locked with a code', () => {
  test('is a file that the shown code opens, with what was seen and nothing else', async () => {
    const { saved } = await desk();
    await lock();
    await page.getByRole('button', { name: 'Save the file' }).click();
    expect(saved[0]?.name).toMatch(/^limber-\d{4}-\d{2}-\d{2}\.limber$/);
    const shared = await opened(await saved[0]!.file.text());
    expect(shared.person.name).toBe('Ada');
    expect(shared.sessions.map(({ id }) => id)).toEqual([first.id, last.id]);
    expect(shared.leftOut).toEqual(['notes', 'safety', 'curves', 'motion']);
    expect(JSON.stringify(shared)).not.toContain('Stiff');
  });

  test('has how somebody moved where that was ticked', async () => {
    const { session, motions } = movedVisit(20, 60, 64);
    const { saved, parts } = await desk(null, true, []);
    await parts.history.save(session, motions);
    await tick('How I moved, as a drawing of lines, no picture (in the file and link)').click();
    await lock();
    await page.getByRole('button', { name: 'Save the file' }).click();
    const shared = await opened(await saved[0]!.file.text());
    expect(shared.motion.map(({ side }) => side)).toEqual(['left', 'right']);
    expect(shared.motion.map(motionFrom)).toEqual(motions);
    expect(shared.leftOut).not.toContain('motion');
  });

  test('is a link too where it is short, without the code in it', async () => {
    const { copied } = await desk(last.id);
    await lock();
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await expect.element(page.getByText('The link was copied.')).toBeVisible();
    const [link] = copied;
    expect(link).toMatch(/^https:\/\/limber\.example\/#\/view\//);
    expect(link).not.toContain(shownCode());
    const shared = await opened(sealedIn(link!)!);
    expect(shared.sessions.map(({ id }) => id)).toEqual([last.id]);
    await expect.element(page.getByRole('img', { name: 'QR code of the code' })).toBeVisible();
  });

  test('has a new code each time, and none once something else is chosen', async () => {
    await desk();
    await lock();
    const before = shownCode();
    await tick('My notes').click();
    await expect
      .element(page.getByRole('list', { name: 'The code in groups of three' }))
      .not.toBeInTheDocument();
    await lock();
    expect(shownCode()).not.toBe(before);
  });

  test('is gone once a number in it is corrected by hand, in this tab or another', async () => {
    const { parts } = await desk();
    await lock();
    await parts.history.correct(correction(66, 5, { sessionId: last.id }));
    await expect
      .element(page.getByRole('list', { name: 'The code in groups of three' }))
      .not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Lock it now' })).toBeVisible();
  });

  test('has a kept picture only where it was added, and then shows it before', async () => {
    const { saved } = await desk(null, true, [first, last], [await keptOf(last.id)]);
    const add = page.getByRole('checkbox', { name: /^Leg raise.*Face hidden\.$/ });
    await expect.element(add).not.toBeChecked();
    expect(
      sheet()
        .getByRole('img', { name: /^Picture/ })
        .elements(),
    ).toEqual([]);
    await add.click();
    await expect.element(sheet().getByRole('img', { name: /^Picture/ })).toBeVisible();
    await lock();
    await page.getByRole('button', { name: 'Save the file' }).click();
    const shared = await opened(await saved[0]!.file.text());
    expect(shared.stills).toMatchObject([{ sessionId: last.id, test: 'slr', blurred: true }]);
    await tick('Leg raise').click();
    await expect.element(add).not.toBeInTheDocument();
    expect(
      sheet()
        .getByRole('img', { name: /^Picture/ })
        .elements(),
    ).toEqual([]);
  });

  test('has the curve of one repetition only where it was chosen', async () => {
    const { saved } = await desk(last.id);
    await tick('Angle over time of one repetition (in the file and link)').click();
    await lock();
    await page.getByRole('button', { name: 'Save the file' }).click();
    const shared = await opened(await saved[0]!.file.text());
    const [trial] = shared.sessions[0]!.results[0]!.trials;
    expect(trial).toMatchObject({
      kind: 'measured',
      curve: [
        [0, 0.3],
        [67, 72],
      ],
    });
  });

  test('is told to be too long for a link where it is', async () => {
    const many = Array.from({ length: 300 }, (_, day) =>
      sessionOn(day, [
        legRaise(60 + (day % 20)),
        raise('right', 50 + day / 10),
        bend(80 + day / 9),
      ]),
    );
    await desk(null, true, many);
    await lock();
    await expect.element(page.getByText(/Too much for a link/)).toBeVisible();
    expect(page.getByRole('button', { name: 'Copy the link' }).elements()).toEqual([]);
  });
});

describe('What is locked with a passphrase', () => {
  test('is opened by it', async () => {
    const { saved } = await desk();
    await page.getByRole('radio', { name: 'a passphrase of my own' }).click();
    await page.getByLabelText('Passphrase', { exact: true }).fill('four quiet herons wait');
    await lock();
    expect(page.getByRole('list', { name: 'The code in groups of three' }).elements()).toEqual([]);
    await page.getByRole('button', { name: 'Save the file' }).click();
    const passphrase = 'four quiet herons wait';
    const text = await saved[0]!.file.text();
    const shared = await openedShare(text, { kind: 'passphrase', passphrase });
    expect(shared.person.name).toBe('Ada');
  });

  test('needs one that is long enough, and says so', async () => {
    await desk();
    await page.getByRole('radio', { name: 'a passphrase of my own' }).click();
    await page.getByLabelText('Passphrase', { exact: true }).fill('heron');
    expect(page.getByRole('alert').elements()).toEqual([]);
    await page.getByRole('button', { name: 'Lock it now' }).click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('That is 5 letters. Make it 12 or more.');
    expect(page.getByRole('button', { name: 'Save the file' }).elements()).toEqual([]);
  });
});

describe('What everyone can read', () => {
  test('is printed on the paper that was chosen', async () => {
    const { printed } = await desk();
    await page.getByRole('radio', { name: 'Letter', exact: true }).click();
    await expect.element(sheet()).toHaveAttribute('data-sheet', 'letter');
    await page.getByRole('radio', { name: 'A4', exact: true }).click();
    await expect.element(sheet()).toHaveAttribute('data-sheet', 'a4');
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    expect(printed()).toBe(1);
  });

  test('is a PDF, a table and a FHIR bundle, none named after the person', async () => {
    const { saved } = await desk();
    await page.getByRole('button', { name: 'Save as table (CSV)' }).click();
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    await expect.element(page.getByText(/^Saved as limber-report-.*\.pdf\./), slow).toBeVisible();
    await page.getByRole('button', { name: 'Save for a record system (FHIR)' }).click();
    await expect
      .element(page.getByText(/^Saved as limber-report-.*\.fhir\.json\./), slow)
      .toBeVisible();
    expect(saved.map(({ name }) => name.replace(/\d{4}-\d{2}-\d{2}/, 'DAY'))).toEqual([
      'limber-report-DAY.csv',
      'limber-report-DAY.pdf',
      'limber-report-DAY.fhir.json',
    ]);
    const [table, pdf, fhir] = saved.map(({ file }) => file);
    expect((await table!.text()).split('\r\n')[0]).toContain('degrees');
    expect(await pdf!.slice(0, 5).text()).toBe('%PDF-');
    const bundle = JSON.parse(await fhir!.text()) as {
      entry: { resource: { resourceType: string } }[];
    };
    const kinds = bundle.entry.map(({ resource }) => resource.resourceType);
    expect(kinds.filter((kind) => kind === 'Observation')).toHaveLength(4);
    expect(kinds).toContain('DocumentReference');
  });

  test('is a note on the clipboard', async () => {
    const { copied } = await desk();
    await page.getByRole('button', { name: 'Copy as a note' }).click();
    await expect.element(page.getByText('The note was copied.')).toBeVisible();
    expect(copied[0]).toMatch(/^S: .*\nO: .*straight-leg raise/i);
  });

  test('is a note to be selected by hand where the clipboard is closed', async () => {
    await desk(null, false);
    await page.getByRole('button', { name: 'Copy as a note' }).click();
    await expect.element(page.getByText(/did not let it be copied/)).toBeVisible();
    const note = page.getByRole('textbox', { name: 'Note', exact: true });
    expect((note.element() as HTMLTextAreaElement).value).toMatch(/\nO: /);
  });
});
