import { m } from '../messages/generated/messages.js';
import type { Range } from './progress-range.ts';

/** The name of each range of time. */
export const rangeWords: Readonly<Record<Range, () => string>> = {
  months: m.progress_range_months,
  year: m.progress_range_year,
  all: m.progress_range_all,
};
