import * as v from 'valibot';
import { linkFates, type LinkRecord } from '../core/session/own-link.ts';
import { id, time } from './values.ts';

/** What is kept of links that a person made, as a record, a row and a line alike: it has its kind in itself. */
export const linkKinds = [
  v.strictObject({
    kind: v.literal('link'),
    id,
    at: time,
    /** Letters as a SMART Health Link may have them. */
    url: v.pipe(v.string(), v.maxLength(128)),
    key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
    label: v.pipe(v.string(), v.maxLength(80)),
    until: time,
  }),
  v.strictObject({
    kind: v.literal('link-fate'),
    id,
    at: time,
    linkId: id,
    fate: v.picklist(linkFates),
  }),
] as const;

const wholeLink: v.GenericSchema<unknown, LinkRecord> = v.variant('kind', [...linkKinds]);

/** A plain copy of what is kept of links that is fit to be stored. Throws ValiError where it is not. */
export function checkedLink(link: LinkRecord): LinkRecord {
  return v.parse(wholeLink, link);
}
