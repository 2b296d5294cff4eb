import { expect, test } from 'vitest';
import { Failure } from '../../src/core/errors.ts';
import { failureOf } from '../../src/store/faults.ts';

/** As Dexie wraps what the browser threw. */
function wrapped(name: string, inner: unknown): Error {
  return Object.assign(new Error(name), { name, inner });
}

test.each([
  ['a full disk', new DOMException('', 'QuotaExceededError'), 'storage-full'],
  ['lost bytes of a value', new DOMException('', 'DataError'), 'storage-damaged'],
  ['a browser that forbids storage', new DOMException('', 'SecurityError'), 'storage-blocked'],
  ['a private window', new DOMException('', 'InvalidStateError'), 'storage-blocked'],
  ['a folder that cannot be written', new DOMException('', 'UnknownError'), 'storage-blocked'],
])('tells of %s', (_, error, code) => {
  expect(failureOf(error)?.code).toBe(code);
  expect(failureOf(error)?.cause).toBe(error);
});

test('finds the full disk inside an aborted transaction', () => {
  const error = wrapped('AbortError', new DOMException('', 'QuotaExceededError'));
  expect(failureOf(error)?.code).toBe('storage-full');
});

test('finds the full disk inside a refused opening', () => {
  const error = wrapped('OpenFailedError', new DOMException('', 'QuotaExceededError'));
  expect(failureOf(error)?.code).toBe('storage-full');
});

test('leaves a failure that has been told as it is', () => {
  const failure = new Failure('storage-stale');
  expect(failureOf(wrapped('DatabaseClosedError', failure))).toBe(failure);
});

test('leaves bugs alone', () => {
  expect(failureOf(new TypeError('x is not a function'))).toBeNull();
  expect(failureOf('a string')).toBeNull();
});

test('ends with errors that name themselves as their cause', () => {
  const error = new Error('round');
  error.cause = error;
  expect(failureOf(error)).toBeNull();
});
