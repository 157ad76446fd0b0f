import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { afterEach, describe, expect, it } from 'vitest';

import { parseFaults } from '../../../src/sandbox/faults/parse-faults.js';
import { startSandbox } from '../../../src/sandbox/server.js';
import { useSandbox } from '../sandbox-client.js';

const { sandbox, get } = useSandbox();
const PATH = 'elink.fcgi?dbfrom=gene&db=pubmed&linkname=gene_pubmed&id=7157';

afterEach(async () => {
  sandbox().faults.set([]);
  // Whatever happened to one connection, the sandbox goes on.
  expect((await get(PATH)).status).toBe(200);
});

/** A request that the caller may give up. */
function ask(faults: string): ReturnType<typeof request> {
  sandbox().faults.set(parseFaults(faults));
  return request(sandbox().url + PATH).end();
}

async function answerOf(sent: ReturnType<typeof request>): Promise<IncomingMessage> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

describe('the connection', () => {
  it('is reset in place of an answer', async () => {
    await expect(answerOf(ask('reset'))).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('is reset in the middle of an answer', async () => {
    const response = await answerOf(ask('reset-midway'));
    expect(response.statusCode).toBe(200);
    await expect(buffer(response)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('keeps silent under timeout, until the caller gives up', async () => {
    const sent = ask('timeout');
    const events: string[] = [];
    sent.on('response', () => events.push('response'));
    await expect.poll(() => sandbox().requests.at(-1)?.fault).toBe('timeout');
    // Another request is answered whole before a byte of this one comes.
    sandbox().faults.set([]);
    expect((await get(PATH)).status).toBe(200);
    sent.destroy(new Error('given up'));
    await expect(once(sent, 'close')).rejects.toThrow('given up');
    expect(events).toEqual([]);
  });

  it('stalls after a half, which is not all', async () => {
    const whole = (await get(PATH)).body;
    const response = await answerOf(ask('stall'));
    const [chunk] = (await once(response, 'data')) as [Buffer];
    expect(chunk.toString()).toBe(whole.slice(0, chunk.length));
    expect(chunk.length).toBe(Math.ceil(Buffer.byteLength(whole) / 2));
    sandbox().faults.set([]);
    expect((await get(PATH)).status).toBe(200);
    expect(response.complete).toBe(false);
    response.destroy();
  });

  it('is slow but whole', async () => {
    const whole = (await get(PATH)).body;
    const response = await answerOf(ask('slow'));
    const chunks: Buffer[] = [];
    for await (const chunk of response) {
      chunks.push(chunk as Buffer);
    }
    expect(chunks).toHaveLength(20);
    expect(Buffer.concat(chunks).toString()).toBe(whole);
  });

  it('is endless: after the answer come blanks, and the sandbox stops when the caller has gone', async () => {
    const whole = (await get(PATH)).body;
    const response = await answerOf(ask('endless'));
    let text = '';
    for await (const chunk of response) {
      text += String(chunk);
      if (text.length > 4_000_000) {
        break;
      }
    }
    expect(text.startsWith(whole)).toBe(true);
    expect(text.slice(whole.length).trim()).toBe('');
    expect(response.complete).toBe(false);
  });
});

describe('a sandbox that is closed', () => {
  it.each(['timeout', 'stall', 'slow', 'endless'])('does not wait for a caller who met %s', async (fault) => {
    const other = await startSandbox({ rps: 0, faults: parseFaults(fault) });
    const sent = request(other.url + PATH).end();
    const ended = once(sent, 'close').catch((error: unknown) => error);
    await expect.poll(() => other.requests.at(-1)?.fault).toBe(fault);
    sent.on('response', (response) => response.on('error', () => undefined).resume());
    await other.close();
    await ended;
  });
});
