import { sources, type SourceId } from '../core/evidence/sources.ts';
import { m } from '../messages/generated/messages.js';
import { getLocale } from '../messages/generated/runtime.js';

/** A source as it is named within a text: "Reid and Kim 2014"; its journal where the authors are not known. */
export function sourceText(id: SourceId): string {
  const { authors, year, reference } = sources[id];
  const who = new Intl.ListFormat(getLocale()).format(authors) || (reference ?? '');
  return year === null ? who : m.source_year({ authors: who, year: String(year) });
}

/** Several sources within a text. */
export function sourceTexts(ids: readonly SourceId[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'unit' }).format(ids.map(sourceText));
}

/** Where a source was published; null where that is its only name or is not known. */
export function referenceText(id: SourceId): string | null {
  const { authors, reference } = sources[id];
  return authors.length === 0 ? null : reference;
}
