import { afterEach, describe, expect, test, vi } from 'vitest';
import { askForGravity, watchGravity, type GravityWatch } from '../../src/pose/gravity.ts';

const watches: GravityWatch[] = [];

/** A watch of a camera whose browser says that it looks this way. */
function watching(facingMode: string | undefined): GravityWatch {
  const stream = new MediaStream();
  const track = { getSettings: () => ({ facingMode }) } as unknown as MediaStreamVideoTrack;
  vi.spyOn(stream, 'getVideoTracks').mockReturnValue([track]);
  const watch = watchGravity(stream);
  watches.push(watch);
  return watch;
}

function turn(beta: number | null, gamma: number | null): void {
  dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha: 40, beta, gamma }));
}

afterEach(() => {
  for (const watch of watches.splice(0)) watch.stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('How a camera stands', () => {
  test('is not known before the device has felt it', () => {
    expect(watching('user').latest()).toBeNull();
  });

  test('is felt by a phone that leans back against a wall', () => {
    const watch = watching('user');
    turn(75, 0);
    // Its front camera looks up by what the phone leans back.
    expect(watch.latest()?.pitch).toBeCloseTo(-15, 6);
    expect(watch.latest()?.roll).toBeCloseTo(0, 6);
    expect(watching('environment').latest()).toBeNull();
  });

  test('is the other way round for the camera on its back', () => {
    const watch = watching('environment');
    turn(75, 0);
    expect(watch.latest()?.pitch).toBeCloseTo(15, 6);
  });

  test('takes into account how the screen is turned', () => {
    const angle = vi.spyOn(screen.orientation, 'angle', 'get').mockReturnValue(90);
    const watch = watching('environment');
    // Lying on its left edge, upright: the right edge points to the ceiling.
    turn(0, -90);
    expect(watch.latest()?.pitch).toBeCloseTo(0, 6);
    expect(watch.latest()?.roll).toBeCloseTo(0, 6);
    angle.mockReturnValue(0);
    turn(0, -90);
    expect(Math.abs(watch.latest()?.roll ?? NaN)).toBeCloseTo(90, 6);
  });

  test('is the newest reading, and none any more once it is no longer watched', () => {
    const watch = watching('user');
    turn(80, 0);
    turn(85, 0);
    expect(watch.latest()?.pitch).toBeCloseTo(-5, 6);
    watch.stop();
    turn(60, 0);
    expect(watch.latest()?.pitch).toBeCloseTo(-5, 6);
  });

  test('stays unknown on a device that feels nothing', () => {
    const watch = watching('user');
    turn(null, null);
    expect(watch.latest()).toBeNull();
  });

  test('stays unknown for a camera that need not be built into the device', () => {
    const watch = watching(undefined);
    turn(80, 0);
    expect(watch.latest()).toBeNull();
  });
});

describe('Asking to feel how the camera stands', () => {
  test('asks where the browser wants it, and takes no for an answer', async () => {
    const requestPermission = vi.fn().mockRejectedValue(new DOMException('', 'NotAllowedError'));
    vi.stubGlobal('DeviceOrientationEvent', { requestPermission });
    await askForGravity();
    expect(requestPermission).toHaveBeenCalledOnce();
  });

  test('does nothing where no browser asks for it', async () => {
    await askForGravity();
    vi.stubGlobal('DeviceOrientationEvent', undefined);
    await askForGravity();
    expect(watching('user').latest()).toBeNull();
  });
});
