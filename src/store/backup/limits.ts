/*
 * [Note: Limits of a backup]
 * A file that was not made here may be built to fill the memory: 100 MB of zeros fit into 100 kB. So nothing is
 * unpacked further than these allow. Chosen from what people have: a whole check of nine repetitions with its curves
 * is 0.1 to 1 MB of text, a tenth of that packed; a kept picture 0.1 to 0.5 MB.
 */

/** Bytes of the file: some 50,000 checks, or a few hundred kept pictures with them. */
export const largestFile = 256 * 2 ** 20;

/** Bytes of all its text unpacked. */
export const largestText = 512 * 2 ** 20;

/** Characters of one line: ten times the longest check. */
export const longestLine = 8 * 2 ** 20;

/** Characters of the manifest: some hundred people. */
export const longestManifest = 2 ** 18;

/** How deep a line may be nested: a session is 8 deep. */
export const deepest = 16;
