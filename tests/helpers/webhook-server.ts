import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a webhook answers one request. */
export interface WebhookReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Breaks the connection without an answer. */
  readonly cut?: boolean;
}

export interface WebhookServer {
  /** An address with a secret in its path. */
  readonly address: string;
  readonly secret: string;
  /** The bodies that came, as they were parsed. */
  readonly received: unknown[];
  reply(...replies: readonly WebhookReply[]): void;
  close(): Promise<void>;
}

/** A webhook on loopback: takes JSON, and answers as it is told to, in turn; then with 200. */
export async function startWebhookServer(): Promise<WebhookServer> {
  const secret = 'T000-very-secret';
  const received: unknown[] = [];
  const replies: WebhookReply[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { status = 200, headers = {}, cut = false } = replies.shift() ?? {};
      received.push(JSON.parse(body));
      if (cut) response.destroy();
      else response.writeHead(status, headers).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/services/${secret}`,
    secret,
    received,
    reply: (...next) => void replies.push(...next),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
