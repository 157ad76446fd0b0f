import { once } from 'node:events';
import { connect } from 'node:net';

import { describe, expect, it } from 'vitest';

import { startServer } from '../../../src/server/http/http-server.js';
import { HeldAnswers } from '../../support/held-answers.js';
import { OfflineGateway } from '../../support/offline-gateway.js';
import { RunningGateway } from '../../support/running-gateway.js';

const QUERY = '{ gene(uid: 7157) { omim { totalCount } } }';

describe('the health of a running gateway', () => {
  it('is live and ready, and says what waits and what is under way', async () => {
    await using offline = await OfflineGateway.start();
    const [live, ready] = await Promise.all(
      ['live', 'ready'].map((name) => fetch(`${offline.server.url}/health/${name}`)),
    );
    expect([live?.status, await live?.json()]).toEqual([200, { status: 'live' }]);
    expect([ready?.status, await ready?.json()]).toEqual([
      200,
      { status: 'ready', reasons: [], queuedBatches: 0, inFlight: 0, down: [] },
    ]);
  });

  it('counts the requests that NCBI has not answered', async () => {
    await using gateway = await RunningGateway.start();
    const held = new HeldAnswers('elink');
    gateway.sandbox.intercept(held.interceptor);
    const answer = gateway.query(QUERY);
    await held.arrived;
    const ready = await fetch(`${gateway.server.url}/health/ready`);
    expect(await ready.json()).toMatchObject({ inFlight: 1 });
    held.release();
    await answer;
    expect(await (await fetch(`${gateway.server.url}/health/ready`)).json()).toMatchObject({ inFlight: 0 });
  });

  it('leads visitors of the root to the API, and others nowhere', async () => {
    await using offline = await OfflineGateway.start();
    const root = await fetch(offline.server.url, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
    const nowhere = await fetch(`${offline.server.url}/admin`);
    expect([nowhere.status, await nowhere.json()]).toEqual([404, { error: 'Nothing here. GraphQL is at /graphql.' }]);
  });
});

describe('a gateway that stops', () => {
  it('finishes the answers under way, and takes no new requests', async () => {
    await using gateway = await RunningGateway.start();
    const held = new HeldAnswers('elink');
    gateway.sandbox.intercept(held.interceptor);
    const answer = gateway.query(QUERY);
    await held.arrived;
    const closed = gateway.server.close();
    await expect(fetch(`${gateway.server.url}/health/live`)).rejects.toThrow();
    held.release();
    expect((await answer).data).toEqual({ gene: { omim: { totalCount: expect.any(Number) as unknown } } });
    await closed;
  });

  it('says with an answer under way that it is the last of its connection, and closes that', async () => {
    await using gateway = await RunningGateway.start();
    const held = new HeldAnswers('elink');
    gateway.sandbox.intercept(held.interceptor);
    const socket = connect(Number(new URL(gateway.server.url).port), '127.0.0.1');
    const received: Buffer[] = [];
    socket.on('data', (chunk) => received.push(chunk));
    const body = JSON.stringify({ query: QUERY });
    const head = 'Host: localhost\r\nContent-Type: application/json';
    socket.write(`POST /graphql HTTP/1.1\r\n${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    await held.arrived;
    const closed = gateway.server.close();
    held.release();
    await once(socket, 'close');
    await closed;
    const answer = Buffer.concat(received).toString();
    expect(answer).toMatch(/^HTTP\/1\.1 200 .*^connection: close\r$/ims);
    expect(answer).toContain('"totalCount"');
  });

  it('does not wait for clients who keep an idle connection open', async () => {
    const offline = await OfflineGateway.start();
    const socket = connect(Number(new URL(offline.url).port), '127.0.0.1');
    socket.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    const gone = once(socket, 'close');
    await offline.server.close();
    await gone;
    expect(socket.destroyed).toBe(true);
  });

  it.each([
    ['that browsers open ahead of requests', ''],
    ['on which the head of a request never ends', 'GET /health/live HTTP/1.1\r\nHost: '],
  ])('does not wait for connections %s', async (_, sent) => {
    const offline = await OfflineGateway.start();
    const socket = connect(Number(new URL(offline.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(sent);
    // The server has taken the connection when it answers on another one.
    await fetch(`${offline.url}/health/live`);
    const gone = once(socket, 'close');
    await offline.server.close();
    await gone;
    expect(socket.destroyed).toBe(true);
  });
});

describe('startServer', () => {
  it('fails when its address is taken', async () => {
    await using offline = await OfflineGateway.start();
    const port = Number(new URL(offline.url).port);
    await expect(startServer(offline.gateway, { host: '127.0.0.1', port })).rejects.toThrow(/EADDRINUSE/);
  });
});
