import { Failure } from '../core/errors.ts';

const name = 'limber-camera';

/**
 * How long a camera that was just closed may hold on. Chosen: the browser needs milliseconds to let a lock go; a
 * person waits no longer than this for an answer.
 */
const patienceMs = 1000;

/**
 * Opens a camera while no other tab of this browser has one open, and keeps the others from it until it is closed
 * or this tab is gone. Throws Failure('camera-busy') where another has it. Where the browser has no locks, nobody
 * is kept from anything.
 */
export async function aloneWithCamera<Camera extends { close(): void }>(
  open: () => Promise<Camera>,
): Promise<Camera> {
  const release = await claimed();
  try {
    const camera = await open();
    const close = camera.close.bind(camera);
    camera.close = () => {
      close();
      release();
    };
    return camera;
  } catch (error) {
    release();
    throw error;
  }
}

function claimed(): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patienceMs);
    navigator.locks
      .request(name, { signal }, () => new Promise<void>((release) => resolve(release)))
      .catch((error: unknown) => {
        const isTaken = error instanceof DOMException && error.name === 'TimeoutError';
        if (isTaken) reject(new Failure('camera-busy', { cause: error }));
        // The page may not use locks: the check goes on without.
        else resolve(() => undefined);
      });
  });
}
