import { afterEach, describe, expect, it } from 'vitest';

import { FAULT_NAMES, FAULTS } from '../../../src/sandbox/faults/faults.js';
import { parseFaults } from '../../../src/sandbox/faults/parse-faults.js';
import { startSandbox } from '../../../src/sandbox/server.js';
import { useSandbox } from '../sandbox-client.js';

describe('/sandbox/faults', () => {
  const { sandbox, get } = useSandbox();
  afterEach(() => {
    sandbox().faults.set([]);
  });

  async function control(method: string, body?: string): Promise<{ status: number; answer: unknown }> {
    const response = await fetch(new URL('/sandbox/faults', sandbox().url), { method, ...(body && { body }) });
    expect(response.headers.get('x-entrez-sandbox')).toBe('1');
    return { status: response.status, answer: await response.json() };
  }

  it('tells that nothing goes wrong at first', async () => {
    expect(await control('GET')).toMatchObject({ status: 200, answer: { faults: [] } });
  });

  it('lists all faults with what they do and the utilities they can strike', async () => {
    const { available } = (await control('GET')).answer as { available: readonly { name: string }[] };
    expect(available.map(({ name }) => name)).toEqual(FAULT_NAMES);
    expect(available).toContainEqual({ name: 'merged', description: FAULTS.merged.description, utilities: ['elink'] });
  });

  it('sets rules, tells what they did and ends them', async () => {
    const set = await control('POST', JSON.stringify({ faults: 'http-503:x1, dead:score' }));
    expect(set).toEqual({
      status: 200,
      answer: {
        faults: [
          { fault: 'http-503:x1', met: 0, struck: 0 },
          { fault: 'dead:score', met: 0, struck: 0 },
        ],
      },
    });
    expect((await get('einfo.fcgi')).status).toBe(503);
    expect((await get('einfo.fcgi')).status).toBe(200);
    expect((await control('GET')).answer).toMatchObject({ faults: [{ met: 2, struck: 1 }, { met: 0 }] });
    expect(await control('DELETE')).toEqual({ status: 200, answer: { faults: [] } });
    expect((await control('GET')).answer).toMatchObject({ faults: [] });
  });

  it('takes a seed', async () => {
    const struckWith = async (seed: number): Promise<readonly boolean[]> => {
      await control('POST', JSON.stringify({ faults: 'empty:50%', seed }));
      const bodies = [];
      for (let index = 0; index < 30; index += 1) {
        bodies.push((await get('einfo.fcgi')).body);
      }
      return bodies.map((body) => body === '');
    };
    const first = await struckWith(3);
    expect(await struckWith(3)).toEqual(first);
    expect(await struckWith(4)).not.toEqual(first);
  });

  it.each([
    ['{"faults":"nonsense"}', 'Unknown fault "nonsense"'],
    ['{"faults":5}', 'Expected a JSON object such as'],
    ['{"faults":"reset","seed":-1}', 'Expected a JSON object such as'],
    ['{"faults":"reset","sed":1}', 'Expected a JSON object such as'],
    ['cut-off:0.1', 'Expected a JSON object such as'],
  ])('refuses %s and changes nothing', async (body, message) => {
    sandbox().faults.set(parseFaults('dead:score'));
    const { status, answer } = await control('POST', body);
    expect(status).toBe(400);
    expect(answer).toEqual({ error: expect.stringContaining(message) });
    expect((await control('GET')).answer).toMatchObject({ faults: [{ fault: 'dead:score' }] });
  });

  it('takes no other method', async () => {
    expect((await control('PUT', '{}')).status).toBe(405);
  });

  it('is neither counted against the rate nor noted as a request', async () => {
    await using limited = await startSandbox({ rps: 1 });
    for (let index = 0; index < 3; index += 1) {
      expect((await fetch(new URL('/sandbox/faults', limited.url))).status).toBe(200);
    }
    expect(limited.requests).toEqual([]);
  });
});

describe('a sandbox', () => {
  it('may be started with faults', async () => {
    await using sandbox = await startSandbox({ faults: parseFaults('http-502:x1') });
    expect((await fetch(`${sandbox.url}einfo.fcgi`)).status).toBe(502);
    expect((await fetch(`${sandbox.url}einfo.fcgi`)).status).toBe(200);
  });

  it('checks key and rate before any fault', async () => {
    await using sandbox = await startSandbox({ rps: 1, faults: parseFaults('http-502') });
    const status = async (path: string): Promise<number> => (await fetch(sandbox.url + path)).status;
    expect(await status('einfo.fcgi')).toBe(502);
    expect(await status('einfo.fcgi')).toBe(429);
    expect(await status('einfo.fcgi?api_key=invalid')).toBe(400);
  });
});
