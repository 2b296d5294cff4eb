import type { Paper as PdfPaper } from '../share/report-pdf/page.ts';

/** The papers that a report can be made for. */
export const papers = ['a4', 'letter'] as const satisfies readonly PdfPaper[];
export type Paper = (typeof papers)[number];

/** Where Letter is the usual paper (Unicode CLDR, paperSize US_Letter). */
const letterRegions = 'BZ CA CL CO CR DO GT MX NI PA PH PR SV US VE'.split(' ');

/** The usual paper of a region (ISO 3166 code); A4 where it is not known. */
export function paperOf(region: string | null): Paper {
  return region !== null && letterRegions.includes(region) ? 'letter' : 'a4';
}
