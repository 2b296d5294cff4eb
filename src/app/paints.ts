/**
 * Calls before each frame that is painted, with the time of that frame in milliseconds on the page's own clock, until the
 * given function is called. A hidden page is not painted.
 */
export type Paints = (call: (now: number) => void) => () => void;

/** The frames of this screen. */
export const screenPaints: Paints = (call) => {
  let next = requestAnimationFrame(paint);
  function paint(now: number): void {
    next = requestAnimationFrame(paint);
    call(now);
  }
  return () => {
    cancelAnimationFrame(next);
  };
};
