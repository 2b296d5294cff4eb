import { Failure, type FailureCode } from '../../core/errors.ts';

/** A record system could not be reached or did not take what was sent. */
export class RecordFailure extends Failure {
  /** What the record system said of it, a host where that is the matter; text of strangers, cut; null for nothing. */
  readonly said: string | null;

  constructor(code: FailureCode, said: string | null = null, options?: ErrorOptions) {
    super(code, options);
    this.said = said;
  }
}
