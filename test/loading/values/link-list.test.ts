import { describe, expect, it } from 'vitest';

import { packLinks } from '../../../src/loading/values/link-list.js';

const uidsOf = ({ uids }: ReturnType<typeof packLinks>): string[] => uids.slice(0, uids.length);

describe('packLinks', () => {
  it('takes a record out of its own neighbours, together with its score', () => {
    const links = packLinks('5', true, { uids: ['5', '9', '7'], scores: [1000, 30, 20] });
    expect(uidsOf(links)).toEqual(['9', '7']);
    expect(Array.from(links.scores ?? [])).toEqual([30, 20]);
  });

  it('takes it out wherever it stands', () => {
    expect(uidsOf(packLinks('5', true, { uids: ['9', '5', '7'] }))).toEqual(['9', '7']);
  });

  it('keeps a record of another database that has the same uid', () => {
    expect(uidsOf(packLinks('5', false, { uids: ['5', '9'] }))).toEqual(['5', '9']);
  });

  it('has no scores where none were asked for', () => {
    expect(packLinks('5', true, { uids: ['9'] })).not.toHaveProperty('scores');
  });

  it('knows that no links are an answer', () => {
    expect(packLinks('5', true, { uids: [] })).toMatchObject({ bytes: 0, uids: { length: 0 } });
  });

  it('counts the bytes of uids and scores', () => {
    expect(packLinks('5', false, { uids: ['9', '7'], scores: [30, 20] }).bytes).toBe(16);
  });
});
