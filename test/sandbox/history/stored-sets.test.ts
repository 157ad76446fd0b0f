import { describe, expect, it } from 'vitest';

import { StoredSets } from '../../../src/sandbox/history/stored-sets.js';

const set = (...uids: readonly string[]) => ({ db: 'gene', uids });

describe('StoredSets', () => {
  it('names an environment by the time it was opened', () => {
    expect(new StoredSets(() => 0x69_28_51_c1 * 1000).open()).toMatch(/^MCID_692851c1[0-9a-f]{16}$/);
  });

  it('counts keys up in each environment', () => {
    const sets = new StoredSets(() => 0);
    const [first, second] = [sets.open(), sets.open()];
    expect([sets.store(first, set('1')), sets.store(first, set('2')), sets.store(second, set('3'))]).toEqual([
      '1',
      '2',
      '1',
    ]);
    expect(sets.read(first, '2')).toEqual(set('2'));
    expect(sets.read(second, '2')).toBeUndefined();
  });

  it('forgets an environment that nothing used for its life', () => {
    let now = 0;
    const sets = new StoredSets(() => now, 1000);
    const webEnv = sets.open();
    sets.store(webEnv, set('1'));
    now = 999;
    expect(sets.read(webEnv, '1')).toEqual(set('1'));
    now = 1998;
    expect(sets.open(webEnv)).toBe(webEnv);
    now = 2998;
    expect(sets.open(webEnv)).not.toBe(webEnv);
    expect(sets.read(webEnv, '1')).toBeUndefined();
  });

  it('drops the oldest sets beyond its bound of sets', () => {
    const sets = new StoredSets(() => 0);
    const webEnv = sets.open();
    for (let count = 1; count <= 1001; count += 1) {
      sets.store(webEnv, set(String(count)));
    }
    expect(sets.read(webEnv, '1')).toBeUndefined();
    expect(sets.read(webEnv, '2')).toEqual(set('2'));
    expect(sets.read(webEnv, '1001')).toEqual(set('1001'));
  });

  it('keeps what a list of 250,000 links takes to be searched in parts', () => {
    const sets = new StoredSets(() => 0);
    const webEnv = sets.open();
    const uids = Array.from({ length: 250_000 }, () => '7157');
    for (let searches = 0; searches < 60; searches += 1) {
      sets.store(webEnv, { db: 'pubmed', uids });
    }
    expect(sets.read(webEnv, '1')?.uids).toBe(uids);
  });

  it('drops the oldest sets beyond its bound of UIDs, but never the latest', () => {
    const sets = new StoredSets(() => 0);
    const webEnv = sets.open();
    const large = { db: 'gene', uids: new Array<string>(9_000_000).fill('7157') };
    sets.store(webEnv, large);
    sets.store(webEnv, large);
    expect(sets.read(webEnv, '1')).toBeUndefined();
    expect(sets.read(webEnv, '2')).toBe(large);
  });

  it('drops the environments used longest ago beyond its bound of them', () => {
    const sets = new StoredSets(() => 0);
    const [first, second] = [sets.open(), sets.open()];
    sets.store(first, set('1'));
    sets.store(second, set('2'));
    sets.read(first, '1');
    for (let count = 0; count < 999; count += 1) {
      sets.open();
    }
    expect(sets.read(first, '1')).toEqual(set('1'));
    expect(sets.read(second, '1')).toBeUndefined();
  });
});
