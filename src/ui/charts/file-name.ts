import { calendarDay } from '../../app/calendar-day.ts';

/** The name of a chart's file: "limber-leg-raise-2026-11-26.svg", with the local day of a time in milliseconds. */
export function fileName(test: string, at: number, ending: 'svg' | 'png'): string {
  const words = test.toLocaleLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return `limber-${words}-${calendarDay(at)}.${ending}`;
}
