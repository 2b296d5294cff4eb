/**
 * Fills the screen with the stage, so that it can be read from a mat; gives the function that ends it. To be
 * called while a press is being answered, or the browser refuses; where it cannot, the page stays as it is.
 */
export function fillScreen(): () => void {
  if (!document.fullscreenEnabled || document.fullscreenElement) return () => undefined;
  const filling = document.documentElement
    .requestFullscreen({ navigationUI: 'hide' })
    .catch(() => undefined);
  return () => {
    void filling.then(() => {
      if (document.fullscreenElement) return document.exitFullscreen().catch(() => undefined);
      return undefined;
    });
  };
}
