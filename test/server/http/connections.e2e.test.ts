import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { MAX_PIPELINED, oneByOne } from '../../../src/server/http/connections.js';

describe('requests that a client sends on one connection without reading', () => {
  /** Responses that were handed to the program, by their path. */
  const begun = new Map<string, ServerResponse>();
  const server = createServer(
    oneByOne(({ url = '' }, response) => {
      begun.set(url, response);
    }),
  );
  let client: Socket;

  beforeEach(async () => {
    begun.clear();
    server.listen(0);
    await once(server, 'listening');
    client = connect((server.address() as AddressInfo).port);
    await once(client, 'connect');
  });
  afterEach(async () => {
    client.destroy();
    server.close();
    await once(server, 'close');
  });

  function send(path: string, body = ''): void {
    client.write(`POST ${path} HTTP/1.1\r\nhost: here\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  }

  it('are handled one after the other, those of other connections beside them', async () => {
    send('/first', 'x');
    send('/second', 'y');
    await expect.poll(() => begun.has('/first')).toBe(true);
    const other = connect((server.address() as AddressInfo).port);
    other.write('GET /other HTTP/1.1\r\nhost: here\r\n\r\n');
    await expect.poll(() => begun.has('/other')).toBe(true);
    expect(begun.has('/second')).toBe(false);
    other.destroy();
    begun.get('/first')?.end();
    await expect.poll(() => begun.has('/second')).toBe(true);
  });

  it('are answered in their order, as many as may wait', async () => {
    const paths = Array.from({ length: MAX_PIPELINED + 1 }, (_, number) => `/${number}`);
    let answered = '';
    client.on('data', (data) => {
      answered += data.toString();
    });
    for (const path of paths) {
      send(path, 'a body');
    }
    for (const path of paths) {
      await expect.poll(() => begun.has(path), { interval: 0 }).toBe(true);
      begun.get(path)?.end(`${path}\n`);
    }
    await expect.poll(() => answered.endsWith(`${paths.at(-1)}\n`)).toBe(true);
    expect(answered.match(/\/\d+(?=\n)/g)).toEqual(paths);
  });

  it('end the connection when more are sent than may wait, and none of them is handled', async () => {
    const closed = new Promise((resolve) => client.once('close', resolve));
    // What is still to be written has no reader any more.
    client.on('error', () => undefined);
    for (let number = 0; number < 3000; number += 1) {
      send(`/${number}`);
    }
    await closed;
    expect([...begun.keys()]).toEqual(['/0']);
  });

  it('are forgotten when the client leaves', async () => {
    send('/first');
    send('/second');
    await expect.poll(() => begun.has('/first')).toBe(true);
    client.destroy();
    const first = begun.get('/first');
    await expect.poll(() => first?.destroyed).toBe(true);
    // Turns of the event loop in which the second one would have begun.
    await setTimeout(20);
    expect(begun.has('/second')).toBe(false);
  });
});
