import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { SessionHistory } from '../../src/app/history.svelte.ts';
import { passLasts } from '../../src/app/pass.ts';
import type { Safety } from '../../src/app/safety.svelte.ts';
import { regionOf } from '../../src/app/emergency-region.ts';
import { Settings } from '../../src/app/settings.svelte.ts';
import { emergencyNumber, regionOptions } from '../../src/app/region-words.ts';
import { Failure } from '../../src/core/errors.ts';
import type { Step } from '../../src/core/protocol/protocol.ts';
import { newId } from '../../src/store/ids.ts';
import { memoryShelf } from '../../src/store/memory.ts';
import type { SessionShelf } from '../../src/app/opened-shelf.ts';
import { passGate } from '../helpers/pass-gate.ts';
import { legRaise, sessionOn } from '../helpers/sessions.ts';
import { nameForTest, storeHere, storeInOtherTab } from '../helpers/stores.ts';
import { tellingOf } from '../helpers/telling.ts';

const raise: readonly Step[] = [{ test: 'slr', side: 'left' }];
const bend: readonly Step[] = [{ test: 'forward-bend', side: null }];

interface Tab {
  readonly safety: Safety;
  readonly history: SessionHistory;
  readonly clock: { now: number };
}

/** A tab over a store; its clock stands still. */
function tabOver(shelf: Promise<SessionShelf>): Tab {
  const history = new SessionHistory(() => shelf, newId);
  const clock = { now: Date.UTC(2026, 2, 1, 12) };
  const { safety } = tellingOf(history, () => clock.now);
  onTestFinished(history.follow());
  onTestFinished(safety.follow());
  return { safety, history, clock };
}

const tabOf = (name: string): Tab => tabOver(storeHere(name));

describe('A pass', () => {
  test('opens one check, of the tests that the gate leaves', async () => {
    const { safety } = tabOf(nameForTest());
    const pass = await passGate(safety, { readiness: ['osteoporosis'] });
    expect(safety.admits(pass, raise)).toBe(true);
    expect(safety.admits(pass, [...raise, ...bend])).toBe(false);
    safety.spend(pass);
    expect(safety.admits(pass, raise)).toBe(false);
    expect(safety.pass).toBeNull();
  });

  test('is no object that only looks like one, and not the one before the last', async () => {
    const { safety } = tabOf(nameForTest());
    const old = await passGate(safety);
    const pass = await passGate(safety);
    expect(safety.admits({ ...pass }, raise)).toBe(false);
    expect(safety.admits(old, raise)).toBe(false);
    expect(safety.admits(null, raise)).toBe(false);
    safety.spend(old);
    expect(safety.admits(pass, raise)).toBe(true);
  });

  test('gets old, and is good for nothing on a clock that was set back', async () => {
    const { safety, clock } = tabOf(nameForTest());
    const pass = await passGate(safety);
    clock.now += passLasts - 1;
    expect(safety.admits(pass, raise)).toBe(true);
    clock.now += 1;
    expect(safety.admits(pass, raise)).toBe(false);
    clock.now = pass.madeAt - 1;
    expect(safety.admits(pass, raise)).toBe(false);
  });

  test('is not there for whoever has the turn next', async () => {
    const { safety } = tabOf(nameForTest());
    const pass = await passGate(safety);
    safety.turn();
    await expect.poll(() => safety.isRead).toBe(true);
    expect(safety.admits(pass, raise)).toBe(false);
  });
});

describe('A lock', () => {
  test('closes at once what another tab had opened, and so does its end', async () => {
    const name = nameForTest();
    const [here, there] = [tabOf(name), tabOf(name)];
    const pass = await passGate(here.safety);
    await expect.poll(() => there.safety.isRead).toBe(true);
    there.clock.now += 1000;
    await there.safety.answer({ flags: ['saddle'], readiness: null, pain: null });
    await expect.poll(() => here.safety.isLocked).toBe(true);
    expect(here.safety.pass).toBeNull();
    expect(here.safety.admits(pass, raise)).toBe(false);
    await here.safety.tellSeen();
    await expect.poll(() => there.safety.isLocked).toBe(false);
    expect(here.safety.admits(pass, raise)).toBe(false);
    expect(here.safety.wasSeen).toBe(true);
  });

  test('comes also from a page of its own', async () => {
    const name = nameForTest();
    const { safety, clock } = tabOf(name);
    await passGate(safety);
    const { told } = await storeInOtherTab(name);
    const answers = { flags: ['lump'] as const, readiness: null, pain: null };
    await told.save({ kind: 'answered', id: newId(), at: clock.now + 5, answers });
    await expect.poll(() => safety.isLocked).toBe(true);
  });

  test('is not lifted by a clock that was set back after having been seen', async () => {
    const { safety, clock } = tabOf(nameForTest());
    await expect.poll(() => safety.isRead).toBe(true);
    await safety.answer({ flags: ['lump'], readiness: null, pain: null });
    await safety.tellSeen();
    expect(safety.isLocked).toBe(false);
    clock.now -= 3_600_000;
    await safety.answer({ flags: ['bowel'], readiness: null, pain: null });
    expect(safety.isLocked).toBe(true);
  });

  test('stands on this page where the answer could not be stored, which is said', async () => {
    const shelf = { refusal: null, ...memoryShelf(), close: () => undefined };
    vi.spyOn(shelf.told, 'save').mockRejectedValue(new Failure('storage-full'));
    const { safety } = tabOver(Promise.resolve(shelf));
    await expect.poll(() => safety.isRead).toBe(true);
    await safety.answer({ flags: ['fever'], readiness: null, pain: null });
    expect(safety.isLocked).toBe(true);
    expect(safety.failure).toBe('storage-full');
  });

  test('works where the browser keeps nothing', async () => {
    const shelf = {
      refusal: new Failure('storage-blocked'),
      ...memoryShelf(),
      close: () => undefined,
    };
    const { safety } = tabOver(Promise.resolve(shelf));
    await passGate(safety);
    await safety.answer({ flags: ['fever'], readiness: null, pain: null });
    expect(safety.isLocked).toBe(true);
    await safety.tellSeen();
    expect(safety.isLocked).toBe(false);
  });
});

test('nobody knows what is open while the store is not read', () => {
  const { safety } = tabOver(new Promise(() => undefined));
  expect(safety.isRead).toBe(false);
  expect(safety.admits(null, raise)).toBe(false);
});

test('where the store cannot be read the questions are asked all the same', async () => {
  const { safety } = tabOver(Promise.reject(new Failure('storage-stale')));
  await expect.poll(() => safety.isRead).toBe(true);
  expect(safety.failure).toBe('storage-stale');
  expect(safety.pages([])[0]).toBe('emergency-signs');
});

test('what was felt goes with its session, and comes back with it', async () => {
  const name = nameForTest();
  const { safety, history } = tabOf(name);
  const session = sessionOn(0, [legRaise(70)]);
  await history.save(session);
  await safety.tellFelt(session.id, 'left', ['thigh']);
  await safety.tellPainAfter(session.id, 3);
  await safety.answer({ flags: [], readiness: [], pain: 1 });
  const removed = await history.remove(session.id);
  await expect.poll(() => safety.told.map(({ kind }) => kind)).toEqual(['answered']);
  await history.restore(removed!);
  await expect.poll(() => safety.told).toHaveLength(3);
  const id = history.sessions[0]!.id;
  expect(safety.told).toContainEqual(expect.objectContaining({ sessionId: id, pain: 3 }));
});

describe('The number to call', () => {
  test.each([
    [['en-GB', 'de'], 'GB'],
    [['en', 'de-AT'], 'AT'],
    [['zh-Hans-CN'], 'CN'],
    [['en', 'es-419'], null],
    [['not a language'], null],
    [[], null],
  ])('of a browser in %j is that of %s', (languages, region) => {
    expect(regionOf(languages)).toBe(region);
  });

  test('is the own one before that of the country, and none where neither is known', () => {
    expect(emergencyNumber('GB', null)).toBe('999');
    expect(emergencyNumber('GB', '112')).toBe('112');
    expect(emergencyNumber(null, null)).toBeNull();
    expect(emergencyNumber(regionOptions().at(-1)!.value, null)).toBeNull();
  });

  test('is remembered by the device, without what cannot be dialled', () => {
    const kept = new Map<string, string>();
    const shelf = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const settings = new Settings(shelf, ['en-GB']);
    expect(settings.region).toBe('GB');
    settings.chooseRegion('NO');
    settings.setEmergencyNumber(' call +47 113 ');
    const later = new Settings(shelf, ['en-GB']);
    expect([later.region, later.emergencyNumber]).toEqual(['NO', '+47 113']);
    later.setEmergencyNumber('none');
    expect(new Settings(shelf).emergencyNumber).toBeNull();
  });
});
