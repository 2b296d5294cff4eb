import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Outlet } from '../../src/app/outlet.ts';
import { CaseloadMemory } from '../../src/caseload/caseload-memory.ts';
import { Caseload } from '../../src/caseload/caseload.ts';
import type { Reply } from '../../src/core/advice/reply.ts';
import { withCorrections } from '../../src/core/session/corrected.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { codeIn } from '../../src/share/code.ts';
import { sharedOf } from '../../src/share/choose.ts';
import type { Shared } from '../../src/share/content.ts';
import { sharedMotion } from '../../src/share/motion.ts';
import { unsealed } from '../../src/share/seal.ts';
import CasePage from '../../src/ui/screens/CasePage.svelte';
import { hostileTexts } from '../helpers/hostile.ts';
import { movedVisit } from '../helpers/motions.ts';
import { partsWith, show } from '../helpers/screens.ts';
import { ada, sharedSmall, stamp, whole } from '../helpers/shared.ts';
import { idOf } from '../helpers/shares.ts';

const { session, motions } = movedVisit(0, 70, 60);

/** Ada's visit with its movements. */
const shared: Shared = sharedOf(
  {
    person: ada,
    sessions: [withCorrections(session, [])],
    corrections: [],
    diary: [],
    log: [],
    safety: [],
    motion: motions.map(sharedMotion),
    stills: [],
  },
  whole,
  stamp,
);

/** Shows her page; gives the files that were saved. */
async function open(
  caseload: Caseload,
  own = shared,
): Promise<{ files: Blob[]; leave: () => void }> {
  const files: Blob[] = [];
  const outlet: Outlet = {
    saveFile: (file) => files.push(file),
    copy: () => Promise.resolve(false),
    print: () => undefined,
    address: () => 'https://limber.example/',
  };
  await caseload.keep(own);
  const parts = await partsWith([], null, { caseload, outlet });
  const { unmount } = await show(CasePage, parts, { person: own.person.id });
  await expect.element(page.getByRole('heading', { name: 'Answer' })).toBeVisible();
  return { files, leave: () => void unmount() };
}

async function sealedHere(files: Blob[]): Promise<Reply> {
  await page.getByRole('button', { name: 'Lock it now' }).click();
  const groups = page.getByRole('list', { name: 'The code in groups of three' });
  await expect.poll(() => groups.getByRole('listitem').elements().length).toBe(9);
  const spoken = groups
    .getByRole('listitem')
    .elements()
    .map((item) => item.textContent)
    .join('');
  await page.getByRole('button', { name: 'Save the file' }).click();
  const text = await files.at(-1)!.text();
  const opened = await unsealed(text, { kind: 'code', code: codeIn(spoken) });
  if (opened.kind === 'share') throw new Error('No reply');
  return opened.reply;
}

function caseloadOf(): Caseload {
  return new Caseload(new CaseloadMemory(), null);
}

const begin = page.getByRole('button', { name: 'Write an answer' });

describe('A therapist', () => {
  test('writes a note, a target and a programme, sees them, and seals them', async () => {
    const { files } = await open(caseloadOf());
    await begin.click();
    const lock = page.getByRole('button', { name: 'Lock it now' });
    await expect.element(lock).toBeDisabled();
    await page.getByLabelText('Your name').fill('Mary');
    await page.getByLabelText('Note to them').fill('Go on slowly.');
    await page.getByLabelText('Leg raise, left, degrees').fill('190');
    await expect.element(page.getByText('A whole number from -30 to 180.')).toBeVisible();
    await page.getByLabelText('Leg raise, left, degrees').fill('80');
    await page.getByLabelText('Leg raise, left, by which day').fill('2027-03-01');
    await page.getByLabelText('Add an exercise').selectOptions('doorway');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabelText('Seconds').fill('45');
    await page.getByLabelText('Days a week').fill('6');
    const preview = page.getByRole('region', { name: 'What they will see' });
    await expect.element(preview).toHaveTextContent('Leg raise, left: 80° by March 1, 2027');
    await expect.element(preview).toHaveTextContent('45 seconds');
    const reply = await sealedHere(files);
    expect(reply).toMatchObject({
      person: ada.id,
      share: shared.id,
      therapist: 'Mary',
      note: 'Go on slowly.',
      targets: [{ test: 'slr', side: 'left', value: 80, by: '2027-03-01' }],
      exercises: [{ exercise: 'doorway', amount: { kind: 'hold', seconds: 45 }, days: 6 }],
      avoided: [],
      values: [],
      revised: [],
    });
  });

  test('cannot prescribe a hold beyond four minutes, and is told', async () => {
    const caseload = caseloadOf();
    await open(caseload);
    await begin.click();
    await page.getByLabelText('Add an exercise').selectOptions('doorway');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabelText('Sets').fill('10');
    await page.getByLabelText('Seconds').fill('60');
    await expect.element(page.getByText(/No more than four minutes/)).toBeVisible();
    const amount = (await caseload.draft(ada.id))?.exercises[0]?.amount;
    expect(amount?.kind === 'hold' && amount.sets * amount.seconds).toBeLessThanOrEqual(240);
  });

  test('puts a joint elsewhere by keys: both numbers go along, and the shared one stays', async () => {
    const caseload = caseloadOf();
    const { files } = await open(caseload);
    await begin.click();
    await page.getByRole('button', { name: 'Move joints' }).click();
    const ankle = page.getByRole('slider', { name: 'Ankle, left' });
    (ankle.element() as HTMLElement).focus();
    await userEvent.keyboard('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
    await page.getByRole('button', { name: 'Keep beside the camera’s number' }).click();
    await expect.element(page.getByRole('button', { name: /^Take back the joints/ })).toBeVisible();
    const { revised } = await sealedHere(files);
    expect(revised).toHaveLength(1);
    expect(revised[0]).toMatchObject({
      sessionId: session.id,
      test: 'slr',
      side: 'left',
      trial: 0,
    });
    expect(revised[0]?.automatic.value).toBe(70);
    expect(revised[0]?.estimate.value).not.toBe(70);
    expect(Object.keys(revised[0]!.joints)).toEqual(['ankle']);
    expect((await caseload.file(ada.id))?.all.sessions).toEqual(shared.sessions);
  });

  test('finds a draft again, with the goniometer’s values that were typed', async () => {
    const caseload = caseloadOf();
    const { leave } = await open(caseload);
    await caseload.add(ada.id, {
      kind: 'goniometer',
      id: idOf('f', 1),
      at: 1,
      sessionId: session.id,
      test: 'slr',
      side: 'left',
      value: degrees(73),
    });
    await begin.click();
    await page.getByLabelText('Note to them').fill('Half a sentence');
    await expect.poll(async () => (await caseload.draft(ada.id))?.note).toBe('Half a sentence');
    leave();
    const { files } = await open(caseload);
    await expect.element(page.getByLabelText('Note to them')).toHaveValue('Half a sentence');
    await expect.element(page.getByText('One value that you typed goes along.')).toBeVisible();
    const { values } = await sealedHere(files);
    expect(values).toEqual([{ sessionId: session.id, test: 'slr', side: 'left', value: 73 }]);
  });

  test('is told where no movement was shared', async () => {
    const small = sharedSmall();
    await open(caseloadOf(), small);
    await begin.click();
    await expect.element(page.getByText(/There is no movement in what was shared/)).toBeVisible();
  });
});

test('a draft goes with its person and comes back with them', async () => {
  const caseload = caseloadOf();
  await caseload.keep(shared);
  const content = {
    therapist: hostileTexts[0]!,
    note: 'x',
    targets: [],
    exercises: [],
    avoided: [],
    revised: [],
  };
  await caseload.keepDraft(idOf('a', 77), content);
  expect(await caseload.draft(idOf('a', 77))).toBeNull();
  await caseload.keepDraft(ada.id, content);
  const removed = await caseload.remove(ada.id);
  expect(await caseload.draft(ada.id)).toBeNull();
  await caseload.restore(removed!);
  expect(await caseload.draft(ada.id)).toEqual(content);
  await caseload.clear();
  expect(await caseload.draft(ada.id)).toBeNull();
});
