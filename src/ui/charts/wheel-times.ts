/** As d3-zoom: a pinch on a trackpad comes as a wheel turned by a few pixels at a time. */
const doublingsPerPixel = 0.02;

/** A line as so many pixels, as d3-zoom; a page as Grafana's default wheel. */
const pixelsOf = [1, 25, 500] as const;

/** The most that one event counts, in pixels; chosen: a notch of a real wheel, 100 pixels or so, is half a doubling. */
const most = 25;

/** So many times the time is wanted after a turn of the wheel: more when it is turned to the person. */
export function wheelTimes({
  deltaY,
  deltaMode,
}: Pick<WheelEvent, 'deltaY' | 'deltaMode'>): number {
  const pixels = deltaY * (pixelsOf[deltaMode] ?? 1);
  return 2 ** (doublingsPerPixel * Math.min(Math.max(pixels, -most), most));
}
