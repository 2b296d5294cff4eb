import { Failure } from '../../core/errors.ts';
import { deepest, longestLine } from './limits.ts';

/**
 * The lines of UTF-8 text that comes in pieces. Throws Failure backup-too-large for a line beyond the limit,
 * backup-damaged where it is no UTF-8 or the last line has no end.
 */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  longest = longestLine,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const [first, ...others] = decodedBy(decoder, piece).split('\n');
    rest.push(first as string);
    length += (first as string).length;
    for (const next of others) {
      if (length > longest) break;
      yield rest.join('');
      rest = [next];
      length = next.length;
    }
    if (length > longest) throw new Failure('backup-too-large');
  }
  decodedBy(decoder);
  if (length > 0) throw new Failure('backup-damaged');
}

/**
 * What a line of JSON says. Throws Failure backup-damaged where it is none, or is nested deeper than anything that
 * Limber writes: a parser may not survive 100,000 brackets.
 */
export function parsedLine(line: string): unknown {
  if (isTooDeep(line)) throw new Failure('backup-damaged');
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw new Failure('backup-damaged', { cause });
  }
}

function decodedBy(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new Failure('backup-damaged', { cause });
  }
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];

function isTooDeep(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (isInString) {
      if (code === backslash) at += 1;
      else if (code === quote) isInString = false;
    } else if (code === quote) isInString = true;
    else if (code === openBracket || code === openBrace) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === closeBracket || code === closeBrace) depth -= 1;
  }
  return false;
}
