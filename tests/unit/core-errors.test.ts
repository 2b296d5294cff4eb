import { describe, expect, it } from 'vitest';
import { Failure, failureCodes } from '../../src/core/errors.ts';

describe('a failure of the surroundings', () => {
  it('says which of the known ones it is, and keeps what caused it', () => {
    const cause = new Error('unplugged');
    const failure = new Failure('camera-lost', { cause });
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toMatchObject({ name: 'Failure', code: 'camera-lost', cause });
    expect(failure.message).toBe('camera-lost');
    expect(new Failure('storage-full').cause).toBeUndefined();
  });

  it('has one of a closed list of codes, each once', () => {
    expect(new Set(failureCodes).size).toBe(failureCodes.length);
  });
});
