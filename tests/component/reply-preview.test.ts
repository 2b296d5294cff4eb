import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Parts } from '../../src/app/assemble.ts';
import { newCode } from '../../src/share/code.ts';
import type { Reply } from '../../src/core/advice/reply.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { linkOf } from '../../src/share/link.ts';
import { sealedReply } from '../../src/share/seal.ts';
import Plan from '../../src/ui/screens/Plan.svelte';
import Progress from '../../src/ui/screens/Progress.svelte';
import Result from '../../src/ui/screens/Result.svelte';
import View from '../../src/ui/screens/View.svelte';
import { hostileTexts } from '../helpers/hostile.ts';
import { personOf } from '../helpers/people.ts';
import { prescribed, replyOf } from '../helpers/replies.ts';
import { raise } from '../helpers/results.ts';
import { partsWith, show } from '../helpers/screens.ts';
import { sessionOn } from '../helpers/sessions.ts';
import { idOf } from '../helpers/shares.ts';

const code = newCode();
const weeks = [0, 14, 28].map((day) => sessionOn(day, [raise('left', 60 + day / 3)]));

/** The app of somebody with three visits. */
async function somebody(): Promise<{ parts: Parts; mine: (more?: Partial<Reply>) => Reply }> {
  const parts = await partsWith(weeks);
  const person = parts.people.current.id;
  return { parts, mine: (more = {}) => replyOf({ person, ...more }) };
}

/** Opens a reply as somebody who got a link to it. */
async function open(parts: Parts, reply: Reply): Promise<void> {
  const text = await sealedReply(reply, { kind: 'code', code });
  parts.inbox.take(linkOf('https://limber.example/', text) ?? text);
  await page.getByLabelText('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('An answer from');
}

const take = page.getByRole('button', { name: 'Take it over' });

describe('A therapist’s answer', () => {
  test('is shown whole before anything changes, and taken over once', async () => {
    const { parts, mine } = await somebody();
    await show(View, parts);
    await open(parts, mine());
    const main = page.getByRole('main');
    for (const words of [
      'Good to see you. Go on slowly.',
      'Leg raise, left: 80° by December 1',
      '3 × 45 seconds each leg',
      'What will change',
      'Your plan becomes this programme.',
    ])
      await expect.element(main).toHaveTextContent(words);
    expect(parts.replies.all).toEqual([]);
    await take.click();
    await expect.element(page.getByText('Taken over.')).toBeVisible();
    expect(parts.replies.inForce).toEqual(mine());
    parts.inbox.forget();
    await open(parts, mine());
    await expect.element(page.getByText('This answer is already there.')).toBeVisible();
    await expect.element(take).not.toBeInTheDocument();
    expect(parts.replies.all).toEqual([mine()]);
  });

  test('that was taken over can be undone, and taken over again', async () => {
    const { parts, mine } = await somebody();
    await show(View, parts);
    await open(parts, mine());
    await take.click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('Let go again.')).toBeVisible();
    expect(parts.replies.all).toEqual([]);
    await take.click();
    await expect.poll(() => parts.replies.all).toEqual([mine()]);
  });

  test('that is older than the one in force is kept beside it, and told', async () => {
    const { parts, mine } = await somebody();
    const newer = mine({
      id: idOf('e', 2),
      madeAt: replyOf().madeAt + 1000,
      therapist: 'Florence',
    });
    await parts.replies.merge(newer);
    await show(View, parts);
    await open(parts, mine());
    await expect
      .element(page.getByText(/already have a newer answer, from Florence/))
      .toBeVisible();
    await take.click();
    await expect.poll(() => parts.replies.all).toEqual([newer, mine()]);
    expect(parts.replies.inForce).toEqual(newer);
  });

  test('for another person is refused, and says who it is for where they are on this device', async () => {
    const { parts, mine } = await somebody();
    onTestFinished(parts.people.follow());
    const other = personOf(idOf('a', 9), { name: 'Grace' });
    await (await parts.people.stored()).save(other);
    await show(View, parts);
    await open(parts, mine({ person: idOf('a', 8) }));
    await expect.element(page.getByText(/for somebody who is not on this device/)).toBeVisible();
    await expect.element(page.getByText('Good to see you.')).not.toBeInTheDocument();
    await expect.element(take).not.toBeInTheDocument();
    parts.inbox.forget();
    await expect.poll(() => parts.people.all.length).toBe(2);
    await open(parts, mine({ person: other.id }));
    await expect.element(page.getByText(/This answer is for Grace/)).toBeVisible();
  });

  test('is what the plan shows: its programme alone, what is held back and why', async () => {
    const { parts, mine } = await somebody();
    parts.wishes.lack('floor', true);
    await parts.replies.merge(mine({ exercises: [prescribed('bridge'), prescribed('calf')] }));
    await show(Plan, parts);
    await expect.element(page.getByRole('heading', { name: 'From Dr Mary Seacole' })).toBeVisible();
    await expect.element(page.getByText(/You said: I cannot get down to the floor/)).toBeVisible();
    const part = page.getByRole('region', { name: 'Your therapist’s programme' });
    await expect.poll(() => part.getByRole('region').elements().length).toBe(1);
    await expect.element(page.getByRole('region', { name: 'Walking' })).not.toBeInTheDocument();
  });

  test('of two therapists counts once at a time, by choice, and can be removed and brought back', async () => {
    const { parts, mine } = await somebody();
    await parts.replies.merge(mine());
    const later = mine({ id: idOf('e', 2), madeAt: replyOf().madeAt + 5, therapist: 'Florence' });
    await parts.replies.merge(later);
    await show(Plan, parts);
    await expect.element(page.getByRole('heading', { name: 'From Florence' })).toBeVisible();
    await page.getByRole('button', { name: /^Go by the answer from Dr Mary/ }).click();
    await expect.element(page.getByRole('heading', { name: 'From Dr Mary Seacole' })).toBeVisible();
    await page.getByRole('button', { name: 'Go by Limber’s own plan' }).click();
    await expect.element(page.getByRole('region', { name: 'Walking' })).toBeVisible();
    await page.getByRole('button', { name: /^Remove the answer from Florence/ }).click();
    await expect.poll(() => parts.replies.all.length).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => parts.replies.all.length).toBe(2);
  });

  test('draws its targets into the progress, in words as well', async () => {
    const { parts, mine } = await somebody();
    await parts.replies.merge(mine());
    await show(Progress, parts);
    await expect.element(page.getByText('Left target 80°')).toBeVisible();
    await expect.element(page.getByText(/is a target: Leg raise, left: 80° by/)).toBeVisible();
    await page.getByRole('radio', { name: 'Table' }).click();
    await expect.element(page.getByText(/^Targets: Leg raise, left: 80°/)).toBeVisible();
  });

  test('stands beside a result, whose own number stays', async () => {
    const { parts, mine } = await somebody();
    const [session] = weeks;
    const step = { test: 'slr', side: 'left' } as const;
    const estimate = { value: degrees(63), halfWidth95: degrees(3) };
    const own = { sessionId: session!.id, ...step };
    const automatic = { value: degrees(60), halfWidth95: degrees(3) };
    await parts.replies.merge(
      mine({
        values: [{ ...own, value: degrees(66) }],
        revised: [{ ...own, trial: 0, joints: {}, estimate, automatic }],
      }),
    );
    await show(Result, parts, { session: session!.id });
    const card = page.getByRole('region', { name: 'Leg raise, left' });
    await expect.element(card).toHaveTextContent('60°');
    await expect.element(card).toHaveTextContent('Goniometer, by your therapist: 66°');
    await expect.element(card).toHaveTextContent('put right by your therapist: 63°');
    await expect.element(card).toHaveTextContent('Target: 80° by');
  });
});

test('hostile texts in all of a reply stay text, without any policy', async () => {
  const hit = vi.fn();
  Object.assign(globalThis, { hit });
  const { parts, mine } = await somebody();
  for (const [index, text] of hostileTexts.entries()) {
    const id = idOf('e', 100 + index);
    const reply = mine({ id, madeAt: index, therapist: text.slice(0, 80), note: text });
    await parts.replies.merge(reply);
  }
  const view = await show(View, parts);
  await open(
    parts,
    mine({ therapist: hostileTexts[3]!, note: hostileTexts.join('\n').slice(0, 4000) }),
  );
  await view.unmount();
  await show(Plan, parts);
  await expect
    .poll(() => page.getByRole('button', { name: /^Remove the answer/ }).elements().length)
    .toBe(hostileTexts.length);
  expect(
    document.querySelectorAll('main :is(script, img, iframe, object, embed, base)'),
  ).toHaveLength(0);
  expect(hit).not.toHaveBeenCalled();
});
