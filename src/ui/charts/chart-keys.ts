import type { ChartWindow } from '../../app/chart-window.svelte.ts';

const acts: Readonly<Record<string, (chart: ChartWindow) => void>> = {
  ArrowLeft: (chart) => chart.step(-1),
  ArrowRight: (chart) => chart.step(1),
  PageUp: (chart) => chart.page(-1),
  PageDown: (chart) => chart.page(1),
  Home: (chart) => chart.readFirst(),
  End: (chart) => chart.readLast(),
  '+': (chart) => chart.zoomIn(),
  '=': (chart) => chart.zoomIn(),
  '-': (chart) => chart.zoomOut(),
  '0': (chart) => chart.zoomWhole(),
  Escape: (chart) => chart.stopReading(),
};

/** Does what a key means to a chart, and keeps it from the browser; false where it means nothing. */
export function actOnKey(chart: ChartWindow, event: KeyboardEvent): boolean {
  const act = acts[event.key];
  // With these the browser has its own use for a key.
  if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
  event.preventDefault();
  act(chart);
  return true;
}
