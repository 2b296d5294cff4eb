import { Failure, type FailureCode } from '../../core/errors.ts';

/** A store could not be reached, or did not do what was asked. */
export class StoreFailure extends Failure {
  /** The host that this page may not reach; null where that is not the matter. */
  readonly host: string | null;
  /** Milliseconds after which the store wants to be asked again; null where it did not say. */
  readonly again: number | null;

  constructor(
    code: FailureCode,
    { host = null, again = null }: { host?: string | null; again?: number | null } = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.host = host;
    this.again = again;
  }
}
