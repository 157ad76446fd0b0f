import { expect } from 'vitest';

import { decodeStoredLinks, type StoreLinksQuestion } from '../../../src/eutils/links/history-links.js';
import { decodePost } from '../../../src/eutils/search/history.js';
import { failureOf } from '../../eutils/entrez-errors.js';
import { isError, matches } from '../naive.js';
import type { Rule } from '../rule.js';

/** The question that an answer says it answers. */
function questionOf(body: string): StoreLinksQuestion {
  const [from = ''] = [...matches(body, /<DbFrom>(.*?)</g), ...matches(body, /"dbfrom":\s*"(.*?)"/g)];
  const [to = ''] = [...matches(body, /<DbTo>(.*?)</g), ...matches(body, /"dbto":\s*"(.*?)"/g)];
  const uids = [
    ...matches(body.replace(/.*<IdList>|<\/IdList>.*/gs, ''), /<Id>(.*?)</g),
    ...matches(body, /"ids":\s*\[(.*?)\]/gs).flatMap((list) => matches(list, /"?(\w+)"?/g)),
  ];
  return { from, to, linkName: '', uids };
}

/** Stored sets: ELink's `neighbor_history`, and EPost. */
export const HISTORY_RULES: readonly Rule[] = [
  {
    what: 'neighbor_history in XML',
    isOne: ({ utility, body }) => utility === 'elink' && body.includes('<LinkSetDbHistory>'),
    check: ({ body }) => {
      const { webEnv, sets } = decodeStoredLinks(body, 'xml', questionOf(body));
      expect(webEnv).toBe(matches(body, /<WebEnv>(.*?)</g)[0]);
      expect(sets.map(({ linkName }) => linkName)).toEqual(matches(body, /<LinkName>(.*?)</g));
      expect(sets.map(({ queryKey }) => queryKey)).toEqual(matches(body, /<QueryKey>(.*?)</g));
      expect(sets.map(({ to }) => to)).toEqual(matches(body, /<DbTo>(.*?)</g));
    },
  },
  {
    what: 'neighbor_history in JSON',
    isOne: ({ utility, body }) => utility === 'elink' && body.includes('"linksetdbhistories"'),
    check: ({ body }) => {
      const { webEnv, sets } = decodeStoredLinks(body, 'json', questionOf(body));
      expect(webEnv).toBe(matches(body, /"webenv":\s*"(.*?)"/g)[0]);
      expect(sets.map(({ linkName }) => linkName)).toEqual(matches(body, /"linkname":\s*"(.*?)"/g));
      expect(sets.map(({ queryKey }) => queryKey)).toEqual(matches(body, /"querykey":\s*"(.*?)"/g));
      expect(sets.every((set) => set.webEnv === webEnv)).toBe(true);
    },
  },
  {
    what: 'ELink answers without links, asked as history',
    isOne: ({ utility, form, body }) =>
      utility === 'elink' && form === 'json' && !isError(body) && !/"linksetdb|"id(?:check|url)list"/.test(body),
    check: ({ body }) => {
      expect(decodeStoredLinks(body, 'json', questionOf(body))).toEqual({ sets: [] });
    },
  },
  {
    what: 'EPost',
    isOne: ({ utility }) => utility === 'epost',
    check: ({ body }) => {
      const [webEnv] = matches(body, /<WebEnv>(.*?)</g);
      const problems = [
        ...matches(body, /<ERROR>(.*?)</g),
        ...matches(body.replace(/.*<InvalidIdList>|<\/InvalidIdList>.*/gs, ''), /<Id>(.*?)</g),
      ];
      if (webEnv === undefined) {
        expect(failureOf(() => decodePost(body, { uids: matches(body, /<Id>(.*?)</g) })).code).toMatch(
          /^(BAD_USER_INPUT|UNKNOWN_ID|UPSTREAM_UNAVAILABLE|HISTORY_EXPIRED)$/,
        );
        expect(problems).not.toEqual([]);
        return;
      }
      const posted = decodePost(body, { uids: matches(body, /<Id>(.*?)</g) });
      expect(posted).toMatchObject({ webEnv, queryKey: matches(body, /<QueryKey>(.*?)</g)[0] });
      expect(posted.problems).toHaveLength(problems.length);
    },
  },
];
