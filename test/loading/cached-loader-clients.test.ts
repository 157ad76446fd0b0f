import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../src/eutils/failures/errors.js';
import type { NcbiClient } from '../../src/upstream/ncbi-client.js';
import { spendPermits, SPAN } from '../support/pacing.js';
import { documents, GRACE, LATENCY, LIFE, loaderWith } from './documents.js';

const INVALID = new EntrezError('INVALID_API_KEY', 'NCBI refused the API key.');

describe('QuestionLoader keeps callers with keys of their own apart', () => {
  it('each client has batches of its own, which wait for permits of its own', async () => {
    const { clock, load, newClient, operation, pacer, sent } = loaderWith();
    await spendPermits(pacer);
    const other = newClient();
    const [own, others] = [load('a', operation()), load('b', operation(other))];
    await clock.advance(LATENCY + 10);
    expect(sent).toEqual([['b']]);
    expect(await others).toBe('B');
    expect(await clock.finish(own)).toBe('A');
    expect(sent).toEqual([['b'], ['a']]);
  });

  it('operations of one client share batches', async () => {
    const { clock, load, newClient, operation, sent } = loaderWith();
    const other = newClient();
    await clock.finish(Promise.all([load('a', operation(other)), load('b', operation(other))]));
    expect(sent).toEqual([['a', 'b']]);
  });

  it('what one was answered is known to all', async () => {
    const { clock, load, loader, newClient, operation, sent } = loaderWith();
    await clock.finish(load('a', operation(newClient())));
    const by = operation();
    expect(loader.load('a', by)).toEqual({ text: 'A' });
    expect(by.report().cacheHits).toBe(1);
    expect(sent).toHaveLength(1);
  });

  it('the failure of one never reaches another, though they want the same at the same time', async () => {
    const refused = new Set<NcbiClient>();
    const { clock, load, newClient, operation } = loaderWith({
      find: (keys, client) => (refused.has(client) ? new Map(keys.map((key) => [key, INVALID])) : documents(keys)),
    });
    const bad = newClient();
    refused.add(bad);
    const failed = expect(load('a', operation(bad))).rejects.toBe(INVALID);
    expect(await clock.finish(load('a', operation()))).toBe('A');
    await failed;
  });

  it('and is not remembered for anybody', async () => {
    const refused = new Set<NcbiClient>();
    const { clock, load, loader, newClient, operation } = loaderWith({
      find: (keys, client) => (refused.has(client) ? new Map(keys.map((key) => [key, INVALID])) : documents(keys)),
    });
    const bad = newClient();
    refused.add(bad);
    await expect(clock.finish(load('a', operation(bad)))).rejects.toBe(INVALID);
    expect(loader.peek('a')).toBeUndefined();
    expect(await clock.finish(load('a', operation()))).toBe('A');
  });

  it('outdated answers are renewed with the key of whoever was given one', async () => {
    const asked: NcbiClient[] = [];
    const { clock, load, loader, newClient, operation } = loaderWith({
      find: (keys, client) => {
        asked.push(client);
        return documents(keys);
      },
    });
    await clock.finish(load('a', operation()));
    await clock.advance(LIFE + GRACE / 2);
    const other = newClient();
    expect(loader.load('a', operation(other))).toEqual({ text: 'A' });
    await clock.advance(2 * SPAN);
    expect(asked.map((client) => client === other)).toEqual([false, true]);
  });
});
