/*
 * [Note: ZIP]
 * The container of a backup, as PKWARE's APPNOTE 6.3.10 describes it, in its plainest form: a local header and the
 * packed bytes of each file, then the central directory, then its end. No ZIP64, no encryption, no comments. Packing
 * and unpacking is the platform's own (CompressionStream), so no package is needed.
 */

/** What the three kinds of headers begin with. */
export const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;

/** Bytes of the three kinds of headers before their names. */
export const sizes = { local: 30, central: 46, end: 22 } as const;

/** How a file is packed: as it is, or by raw deflate. */
export const methods = { stored: 0, deflated: 8 } as const;

/** Deflate needs version 2.0 of the format. */
export const versionNeeded = 20;

/** Bit 11: names are UTF-8. */
export const namesAreUtf8 = 0x0800;
