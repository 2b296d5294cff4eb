import { Failure } from '../core/errors.ts';

/*
 * [Note: The code]
 * 26 letters of Crockford's base32 are 130 random bits; the 27th is his check symbol (the number modulo 37), which
 * finds every single wrong letter and every two that changed places. Numbers whose check symbol is one of the five odd
 * ones (* ~ $ = U) are drawn again, so that a code has letters and digits only; that costs a fifth of a bit.
 */

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;
const modulus = 37;
/** How it is shown: nine groups of three. */
const group = 3;

/** A new random code, as it is kept: 27 letters without spaces. */
export function newCode(): string {
  for (;;) {
    const code = [...crypto.getRandomValues(new Uint8Array(length))]
      .map((byte) => letters[byte % letters.length])
      .join('');
    const check = letters[checkOf(code)];
    if (check !== undefined) return code + check;
  }
}

/** A code as it is read out: in groups of three. */
export function spokenCode(code: string): string {
  const groups = code.match(new RegExp(`.{1,${String(group)}}`, 'g')) ?? [];
  return groups.join(' ');
}

/**
 * The code that a person typed: in any case, with any spaces and dashes, O for 0, I and L for 1. Throws Failure
 * share-code where it cannot be one.
 */
export function codeIn(typed: string): string {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}.,_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const isWhole = code.length === length + 1 && new RegExp(`^[${letters}]+$`).test(code);
  if (!isWhole || letters[checkOf(code.slice(0, length))] !== code[length]) {
    throw new Failure('share-code');
  }
  return code;
}

function checkOf(code: string): number {
  let rest = 0;
  for (const letter of code) rest = (rest * letters.length + letters.indexOf(letter)) % modulus;
  return rest;
}
