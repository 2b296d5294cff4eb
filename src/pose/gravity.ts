import { gravityOf, type CameraDirection, type Gravity } from '../core/geometry/gravity.ts';

/** What a device feels of how its camera stands. */
export interface GravityWatch {
  /** The newest reading; null where none has come, as on devices without the sensor. */
  latest(): Gravity | null;
  /** Ends it. */
  stop(): void;
}

/** Safari on phones has to be asked in the very tap that leads to it; other browsers know no such thing. */
type AskingConstructor = typeof DeviceOrientationEvent & {
  requestPermission?: () => Promise<unknown>;
};

/**
 * Lets readings come where the person has to allow them; to be called while a tap is handled. Where they do
 * not, no readings come.
 */
export async function askForGravity(): Promise<void> {
  const { DeviceOrientationEvent: asking } = globalThis as {
    DeviceOrientationEvent?: AskingConstructor;
  };
  await asking?.requestPermission?.().catch(() => undefined);
}

/**
 * Watches how the camera of a stream stands. There are readings only for a camera that is built into the
 * device: one whose browser says which way it looks. The pictures are taken to be upright as the screen is.
 */
export function watchGravity(stream: MediaStream): GravityWatch {
  const direction = directionOf(stream);
  let latest: Gravity | null = null;
  const take = ({ beta, gamma }: DeviceOrientationEvent): void => {
    if (!direction || beta === null || gamma === null) return;
    latest = gravityOf({ beta, gamma }, screen.orientation.angle, direction);
  };
  addEventListener('deviceorientation', take);
  return {
    latest: () => latest,
    stop: () => {
      removeEventListener('deviceorientation', take);
    },
  };
}

function directionOf(stream: MediaStream): CameraDirection | null {
  const facing = stream.getVideoTracks()[0]?.getSettings().facingMode;
  return facing === 'user' || facing === 'environment' ? facing : null;
}
