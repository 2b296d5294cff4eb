import { Failure } from '../core/errors.ts';

/** The clip that is shipped with the app: one raise of the right leg by a computer-drawn person. */
export async function openSample(): Promise<Blob> {
  try {
    const response = await fetch('./sample-leg-raise.webm');
    if (!response.ok) throw new Error(`The sample came with status ${String(response.status)}`);
    return await response.blob();
  } catch (cause) {
    throw new Failure('video-unreadable', { cause });
  }
}
