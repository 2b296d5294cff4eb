import { calendarDay } from '../../app/calendar-day.ts';

/** How long a file stays at its address for the browser to take it, in milliseconds; chosen: surely enough. */
const kept = 60_000;

/** Lets the browser save a file under a name, as a download of this page. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, kept);
}

/** The name of a chart's file: "limber-leg-raise-2026-11-26.svg", with the local day of a time in milliseconds. */
export function fileName(test: string, at: number, ending: 'svg' | 'png'): string {
  const words = test.toLocaleLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return `limber-${words}-${calendarDay(at)}.${ending}`;
}
