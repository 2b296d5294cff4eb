import * as oauth from 'oauth4webapi';
import * as v from 'valibot';
import { isSafe, urlIn } from './record-address.ts';
import { RecordFailure } from './record-failure.ts';
import { usualTimeout } from '../tries.ts';

/*
 * SMART App Launch 2.2, standalone, for a therapist; without a secret of the app, so with PKCE (S256).
 */

const address = v.pipe(
  v.string(),
  v.check((text) => {
    const url = urlIn(text);
    return url !== null && isSafe(url);
  }, 'Not https'),
);

const configuration = v.object({
  issuer: v.optional(v.string()),
  authorization_endpoint: address,
  token_endpoint: address,
  code_challenge_methods_supported: v.pipe(v.array(v.string()), v.includes('S256')),
  capabilities: v.optional(v.array(v.string()), []),
});

/** Where a record lets people sign in. */
export type SmartEndpoints = v.InferOutput<typeof configuration>;

/** The endpoints in what a record says of itself; null for none, or none that is safe (https, S256). */
export function smartIn(content: unknown): SmartEndpoints | null {
  const parsed = v.safeParse(configuration, content);
  return parsed.success ? parsed.output : null;
}

/** What is asked for: to write what a bundle has, and to look whether it is there already. */
const scopes = {
  v1: ['Patient', 'Observation', 'QuestionnaireResponse', 'DocumentReference']
    .flatMap((type) => [`user/${type}.read`, `user/${type}.write`])
    .join(' '),
  v2: 'user/Patient.crs user/Observation.cus user/QuestionnaireResponse.cs user/DocumentReference.cs',
} as const;

/** What a way to sign in needs to know. */
export interface SignInParts {
  /** The record's base address. */
  readonly base: string;
  /** What the clinic calls this app. */
  readonly clientId: string;
  /** The address of this app, to which the record sends the therapist back. */
  readonly home: string;
  readonly fetch: typeof fetch;
}

/** One way to sign in, good for one time. What is secret in it is in memory alone. */
export interface SignIn {
  /** Where the therapist signs in. */
  readonly link: string;
  /** By which what comes back is known. */
  readonly state: string;
  /**
   * The token for what came back ("code=…&state=…"). Throws RecordFailure record-sign-in where the therapist or the
   * record refused it or anything in it is not right; record-blocked, record-unreachable.
   */
  readonly tokenFor: (query: string) => Promise<string>;
}

/** Prepares to sign in. */
export async function signInAt(
  endpoints: SmartEndpoints,
  { base, clientId, home, fetch }: SignInParts,
): Promise<SignIn> {
  const server: oauth.AuthorizationServer = { ...endpoints, issuer: endpoints.issuer ?? base };
  const client: oauth.Client = { client_id: clientId };
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(endpoints.authorization_endpoint);
  const asked = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: home,
    scope: scopes[endpoints.capabilities.includes('permission-v2') ? 'v2' : 'v1'],
    state,
    aud: base,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const ways = {
    [oauth.customFetch]: fetch,
    signal: () => AbortSignal.timeout(usualTimeout),
    // Loopback alone, see `address`; the package marks it so that it is not taken lightly.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    [oauth.allowInsecureRequests]: endpoints.token_endpoint.startsWith('http:'),
  };
  const tokenFor = async (query: string): Promise<string> => {
    try {
      const back = oauth.validateAuthResponse(server, client, new URLSearchParams(query), state);
      const answer = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        oauth.None(),
        back,
        home,
        verifier,
        ways,
      );
      return (await oauth.processAuthorizationCodeResponse(server, client, answer)).access_token;
    } catch (cause) {
      throw failureOf(cause);
    }
  };
  return { link: url.href, state, tokenFor };
}

function failureOf(cause: unknown): unknown {
  if (cause instanceof RecordFailure) return cause;
  const isLate = cause instanceof DOMException && cause.name === 'TimeoutError';
  // What fetch throws by itself; what the library throws has a code.
  if (isLate || (cause instanceof TypeError && !('code' in cause))) {
    return new RecordFailure('record-unreachable', null, { cause });
  }
  return new RecordFailure('record-sign-in', null, { cause });
}
