import { once } from 'node:events';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Gateway } from '../../../src/server/gateway.js';
import { startServer } from '../../../src/server/http/http-server.js';
import { OfflineGateway } from '../../support/offline-gateway.js';

let offline: OfflineGateway;
beforeAll(async () => {
  offline = await OfflineGateway.start();
});
afterAll(async () => {
  await offline[Symbol.asyncDispose]();
});

async function saidTo(text: string): Promise<string> {
  const { port, hostname } = new URL(offline.url);
  const socket = connect(Number(port), hostname);
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  socket.write(text);
  await once(socket, 'close');
  return said;
}

const BODY = '{"query":"{ __typename }"}';

describe('a request whose address is none', () => {
  it.each([
    'a b',
    '[::1',
    'a:b',
    'a:99999999',
    'user@host',
    'a/b',
    '%',
    'a?b',
    '[zz]',
    ':80',
    'a\\b',
    'x'.repeat(3000) + ' y',
  ])('is refused without a trace: Host: %s', async (host) => {
    for (const path of ['/graphql', '/health/live', '/', '/explore']) {
      const said = await saidTo(
        `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\nConnection: close\r\n\r\n${BODY}`,
      );
      expect(said).toMatch(/^HTTP\/1\.1 400 /);
      expect(said).not.toMatch(/node_modules|at \w+ \(|\.js|\.ts/);
    }
    expect(offline.logged).toEqual([]);
  });

  it.each(['//', '///a', '/graphql?query=%', '/graphql?%zz', '/%00', '/graphql#a', 'http://[::1/graphql', '*'])(
    'is answered without a trace where it is the URL: %s',
    async (path) => {
      const said = await saidTo(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      expect(said).toMatch(/^HTTP\/1\.1 [2-4]\d\d /);
      expect(said).not.toMatch(/node_modules|at \w+ \(/);
    },
  );

  it.each(['localhost', '127.0.0.1:4000', '[::1]:4000', 'entrez_graph-1.example.org', 'münchen.example'])(
    'is answered where the host is one: %s',
    async (host) => {
      const said = await saidTo(`GET /health/live HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(said).toMatch(/^HTTP\/1\.1 200 /);
    },
  );
});

describe('whatever is thrown outside GraphQL', () => {
  const fails = () => Promise.reject(new Error('the secret of /install/path'));

  it.each([
    ['on the long way', { yoga: { handleNodeRequestAndResponse: fails } }],
    ['on the short way', { shortWay: { read: () => Promise.resolve(Buffer.from(BODY)), answer: fails } }],
  ])('is logged, and shown to nobody: %s', async (_way, parts) => {
    await using other = await OfflineGateway.start();
    const broken = { ...other.gateway, ...parts } as unknown as Gateway;
    const server = await startServer(broken, { host: '127.0.0.1', port: 0 });
    const response = await fetch(`${server.url}/graphql`, { method: 'POST' });
    expect([response.status, await response.json()]).toEqual([
      500,
      { errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    ]);
    expect(other.logged.map(String).join()).toContain('the secret');
    await server.close();
  });
});
