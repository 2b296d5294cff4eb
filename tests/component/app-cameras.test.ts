import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Cameras } from '../../src/app/cameras.svelte.ts';
import { Settings, type RememberedCamera } from '../../src/app/settings.svelte.ts';
import { Failure } from '../../src/core/errors.ts';
import CameraChoice from '../../src/ui/screens/CameraChoice.svelte';
import { partsWith, show } from '../helpers/screens.ts';
import { ScriptedCamera } from '../helpers/scripted-frames.ts';

const lid: RememberedCamera = { deviceId: 'a', label: 'Lid camera' };
const desk: RememberedCamera = { deviceId: 'b', label: 'Desk camera' };
const unnamed: RememberedCamera = { deviceId: '', label: '' };

/** A shelf of settings on which this lies. */
function shelf(kept: Record<string, string> = {}) {
  const items = new Map(Object.entries(kept));
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

/** The cameras that are plugged in; `isOpenable` says which may be opened. */
function camerasWith(
  plugged: readonly RememberedCamera[],
  settings = new Settings(null),
  isOpenable: (id: string | undefined) => boolean = () => true,
) {
  const opened: (string | undefined)[] = [];
  const cameras = new Cameras({
    settings,
    list: () => Promise.resolve(plugged),
    open: ({ deviceId }) => {
      opened.push(deviceId);
      if (!isOpenable(deviceId)) return Promise.reject(new Failure('camera-missing'));
      return Promise.resolve(new ScriptedCamera([], 'waits'));
    },
  });
  return { cameras, opened };
}

function remembering(camera: RememberedCamera): Settings {
  const settings = new Settings(null);
  settings.chooseCamera(camera);
  return settings;
}

describe('The camera that was chosen', () => {
  test('is opened at the next visit too', async () => {
    const kept = shelf();
    const before = camerasWith([lid, desk], new Settings(kept));
    await before.cameras.refresh();
    before.cameras.choose('b');
    const after = camerasWith([lid, desk], new Settings(kept));
    await after.cameras.open();
    expect(after.opened).toEqual(['b']);
    expect(after.cameras.chosen).toEqual(desk);
  });

  test('is known by its name where the browser has given it another id', async () => {
    const renamed = { ...desk, deviceId: 'c' };
    const { cameras, opened } = camerasWith([lid, renamed], remembering(desk));
    await cameras.open();
    expect(opened).toEqual(['c']);
    expect(cameras.gone).toBeNull();
  });

  test('that is gone is replaced, and said to be gone', async () => {
    const { cameras, opened } = camerasWith([lid], remembering(desk));
    await cameras.open();
    expect(opened).toEqual([undefined]);
    expect(cameras.gone).toEqual(desk);
    expect(cameras.chosen).toBeNull();
  });

  test('is tried by its id before the browser says which cameras there are', async () => {
    const there = camerasWith([unnamed], remembering(desk));
    await there.cameras.open();
    expect(there.opened).toEqual(['b']);
    const gone = camerasWith([unnamed], remembering(desk), (id) => id !== 'b');
    await gone.cameras.open();
    expect(gone.opened).toEqual(['b', undefined]);
    expect(gone.cameras.gone).toBeNull();
  });

  test('that may not be opened is not replaced by another', async () => {
    const cameras = new Cameras({
      settings: remembering(desk),
      list: () => Promise.resolve([desk]),
      open: () => Promise.reject(new Failure('camera-denied')),
    });
    await expect(cameras.open()).rejects.toMatchObject({ code: 'camera-denied' });
  });

  test('can be given back to the browser', async () => {
    const { cameras, opened } = camerasWith([lid, desk], remembering(desk));
    await cameras.refresh();
    cameras.choose(null);
    await cameras.open();
    expect(opened).toEqual([undefined]);
  });

  test.each(['{', 'null', '{"deviceId":1}', '"b"'])('is none where %s was kept', (kept) => {
    expect(new Settings(shelf({ 'limber-camera': kept })).camera).toBeNull();
  });
});

describe('The choice of a camera', () => {
  async function shown(plugged: readonly RememberedCamera[], settings = new Settings(null)) {
    const { cameras } = camerasWith(plugged, settings);
    await show(CameraChoice, { ...(await partsWith()), cameras });
    return cameras;
  }
  const choice = page.getByRole('combobox', { name: 'Which camera' });

  test('names all cameras, and remembers the one that is picked', async () => {
    const settings = new Settings(null);
    await shown([lid, desk], settings);
    await expect.element(choice).toHaveValue('');
    await choice.selectOptions('Desk camera');
    expect(settings.camera).toEqual(desk);
    await expect.element(choice).toHaveValue('b');
    await choice.selectOptions('The usual one');
    expect(settings.camera).toBeNull();
  });

  test('numbers those without a name', async () => {
    await shown([lid, { ...desk, label: '' }]);
    await expect.element(page.getByRole('option', { name: 'Camera 2' })).toBeInTheDocument();
  });

  test('says that the remembered camera is not connected', async () => {
    await shown([lid], remembering(desk));
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Desk camera is not connected');
    await expect.element(choice).toHaveValue('');
  });

  test('is not shown before a camera has been allowed', async () => {
    await shown([unnamed]);
    await expect.element(choice).not.toBeInTheDocument();
  });

  test('follows the plugs', async () => {
    const plugged: RememberedCamera[] = [lid];
    await shown(plugged);
    await expect.element(page.getByRole('option', { name: 'Lid camera' })).toBeInTheDocument();
    plugged.push(desk);
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await vi.waitFor(() => {
      expect(page.getByRole('option', { name: 'Desk camera' }).elements()).toHaveLength(1);
    });
  });
});
