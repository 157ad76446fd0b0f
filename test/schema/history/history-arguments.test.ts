import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  MAX_LINKED,
  parseLinkSources,
  parseStoredSet,
  parseWebEnv,
} from '../../../src/schema/history/history-arguments.js';
import { failureOf } from '../../eutils/entrez-errors.js';

describe('the name of an environment', () => {
  it.each(['MCID_69a05477d8ca431195043acc', 'NCID_1_900_130.14.22.215_9001_0MetA0_S_MegaStore_F_1', '0GzF%40Hz|x'])(
    'is opaque: %s is one',
    (webEnv) => {
      expect(parseWebEnv(` ${webEnv} `)).toBe(webEnv);
    },
  );

  it('is refused without being repeated, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), fc.constantFrom(' ', '\n', 'é'), (text, blank) => {
        const webEnv = `SECRET${text}${blank}SECRET`;
        const { code, message } = failureOf(() => parseWebEnv(webEnv));
        expect(code).toBe('BAD_USER_INPUT');
        expect(message).toContain('"webEnv"');
        expect(message).not.toContain('SECRET');
      }),
    );
  });

  it.each(['', ' ', 'x'.repeat(501)])('is refused as %j', (webEnv) => {
    expect(failureOf(() => parseWebEnv(webEnv)).code).toBe('BAD_USER_INPUT');
  });
});

describe('the number of a stored set', () => {
  it.each(['', '0', '#1', '1.5', '-1', '01', '1'.repeat(10)])('is not %j', (queryKey) => {
    const { code, message } = failureOf(() => parseStoredSet({ webEnv: 'MCID_1', queryKey }));
    expect([code, message]).toEqual([
      'BAD_USER_INPUT',
      `Argument "queryKey" is ${JSON.stringify(queryKey)}. Use the queryKey of a stored set: a whole number from 1.`,
    ]);
  });
});

describe('the records whose links are stored', () => {
  it('are named, or a stored set', () => {
    expect(parseLinkSources('gene', { uids: ['7157'], webEnv: null })).toMatchObject({ names: [{ uid: '7157' }] });
    expect(parseLinkSources('gene', { ids: ['NCBIGene:7157'] })).toMatchObject({ names: [{ uid: '7157' }] });
    expect(parseLinkSources('gene', { webEnv: 'MCID_1', queryKey: '2' })).toEqual({ webEnv: 'MCID_1', queryKey: '2' });
  });

  it.each([
    {},
    { webEnv: 'MCID_1' },
    { queryKey: '1' },
    { uids: ['1'], webEnv: 'MCID_1', queryKey: '1' },
    { uids: ['1'], queryKey: '1' },
    { ids: ['1'], queryKey: '1' },
  ])('are not %j', (given) => {
    expect(failureOf(() => parseLinkSources('gene', given))).toMatchObject({
      code: 'BAD_USER_INPUT',
      message:
        'The sources are missing or given twice. Give the argument "uids" or "ids", or "webEnv" and "queryKey" together.',
    });
  });

  it('are no more than ELink is known to manage', () => {
    const uids = Array.from({ length: MAX_LINKED + 1 }, (_, index) => String(index + 1));
    expect(failureOf(() => parseLinkSources('gene', { uids })).message).toContain('Use 1 to 1000 entries');
  });
});
