/**
 * Fills the screen with the page, so that it can be read from a mat. To be called while a press is being
 * answered, or the browser refuses; where it cannot, the page stays as it is.
 */
export async function fillScreen(): Promise<void> {
  if (!document.fullscreenEnabled || document.fullscreenElement) return;
  await document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
}

/** Gives the rest of the screen back; does nothing where the person has done so already. */
export async function leaveFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined);
}
