import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one request: before it is worked on, after, or in the place of it. */
export type StoreFault =
  | 'drop-before'
  | 'drop-after'
  | 'cut'
  | 'never'
  | { readonly status: number; readonly headers?: Record<string, string> };

/** A store in memory that can go wrong. What a real one does is tried with Apache. */
export class StoreServer {
  readonly objects = new Map<string, string>();
  /** Used up by requests, one each. */
  readonly faults: StoreFault[] = [];
  readonly requests: { readonly line: string; readonly headers: IncomingMessage['headers'] }[] = [];
  readonly #server = createServer((request, response) => {
    void this.#answer(request, response);
  });

  /** Starts it on a free port of this machine; gives the base address of the store. */
  listen(): Promise<string> {
    return new Promise((done) => {
      this.#server.listen(0, '127.0.0.1', () => {
        const { port } = this.#server.address() as AddressInfo;
        done(`http://127.0.0.1:${String(port)}/s`);
      });
    });
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => {
      this.#server.close(() => {
        done();
      });
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    let body = '';
    for await (const part of request) body += String(part);
    this.requests.push({ line: `${method} ${url}`, headers });
    const fault = this.faults.shift();
    if (fault === 'never') return;
    if (fault === 'drop-before') return void request.socket.destroy();
    if (typeof fault === 'object')
      return void response.writeHead(fault.status, fault.headers).end();
    const [status, text] = this.#done(method, url.replace(/\?.*/, ''), body, headers);
    if (fault === 'drop-after') return void request.socket.destroy();
    if (fault === 'cut') {
      response.writeHead(status, { 'content-length': text.length + 100 });
      return void response.write(text, () => request.socket.destroy());
    }
    response.writeHead(status).end(text);
  }

  #done(
    method: string,
    path: string,
    body: string,
    headers: IncomingMessage['headers'],
  ): readonly [number, string] {
    const known = this.objects.get(path);
    if (method === 'PUT') {
      if (headers['if-none-match'] === '*' && known !== undefined) return [412, ''];
      this.objects.set(path, body);
      return [201, ''];
    }
    if (known === undefined) return [404, ''];
    if (method !== 'DELETE') return [200, known];
    this.objects.delete(path);
    return [204, ''];
  }
}
