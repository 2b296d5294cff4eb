/*
 * [Note: Own links]
 * A link that a person has made leads to something in a store elsewhere. What becomes of it is told by records that are
 * added, as all that is kept here: made, then stored, revoked, or found missing. So two devices that merge agree.
 */

/** A link that was made. */
export interface MadeLink {
  readonly kind: 'link';
  readonly id: string;
  /** Milliseconds since 1970, as all times here. */
  readonly at: number;
  /** Of what is stored. */
  readonly url: string;
  /** What opens it: 32 bytes as base64url. */
  readonly key: string;
  /** Empty for none. */
  readonly label: string;
  /** From then on it is not opened any more. */
  readonly until: number;
}

/** What was learned of a link. `missing`: the store had nothing when it was asked. */
export const linkFates = ['stored', 'revoked', 'missing'] as const;

/** Something that was learned of a link. */
export interface LinkFate {
  readonly kind: 'link-fate';
  readonly id: string;
  readonly at: number;
  readonly linkId: string;
  readonly fate: (typeof linkFates)[number];
}

export type LinkRecord = MadeLink | LinkFate;

/** A link with how it stands; `since`: of `active` and `unknown` when it was made. */
export interface OwnLink {
  readonly link: MadeLink;
  readonly state: 'active' | 'expired' | 'revoked' | 'gone' | 'unknown';
  readonly since: number;
}

/** The links of these records, the newest first, as they stand now. */
export function ownLinks(records: readonly LinkRecord[], now: number): readonly OwnLink[] {
  const made = records.filter((record) => record.kind === 'link');
  const fates = records
    .filter((record) => record.kind === 'link-fate')
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return made
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .map((link) => {
      const own = fates.filter(({ linkId }) => linkId === link.id);
      const revoked = own.findLast(({ fate }) => fate === 'revoked');
      if (revoked !== undefined) return { link, state: 'revoked', since: revoked.at };
      if (link.until <= now) return { link, state: 'expired', since: link.until };
      const [last] = own;
      if (last === undefined) return { link, state: 'unknown', since: link.at };
      if (last.fate === 'missing') return { link, state: 'gone', since: last.at };
      return { link, state: 'active', since: link.at };
    });
}
