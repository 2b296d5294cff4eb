/**
 * The text of an answer. Throws what `tooLong` gives as soon as there are more than `most` letters, and a TypeError
 * where it was cut off.
 */
export async function textOfAnswer(
  { body }: Response,
  most: number,
  tooLong: () => Error,
): Promise<string> {
  if (body === null) return '';
  const parts: string[] = [];
  let length = 0;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts.join('');
    parts.push(value);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw tooLong();
    }
  }
}

/** Milliseconds after which an answer says that it may be asked again; null where it does not say. */
export function againIn({ headers }: Response, now: number): number | null {
  const header = headers.get('retry-after');
  if (header === null) return null;
  // Seconds or a date (RFC 9110).
  const at = /^\d+$/.test(header) ? now + Number(header) * 1000 : Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(at - now, 0);
}

/** The status of an answer: a redirect that was not followed has none in a browser. */
export function statusOf({ type, status }: Response): number {
  return type === 'opaqueredirect' ? 302 : status;
}
