import { expect } from 'vitest';

import { decodeStoredLinks } from '../../src/eutils/history-links.js';
import { decodePost } from '../../src/eutils/history.js';
import { failureOf } from '../eutils/entrez-errors.js';
import { describeRecordings, isError, matches, recordings } from './recorded.js';

describeRecordings(
  'neighbor_history in XML',
  recordings('elink', '.xml').filter(({ body }) => body.includes('<LinkSetDbHistory>')),
  ({ body }) => {
    const { webEnv, sets } = decodeStoredLinks(body, 'xml');
    expect(webEnv).toBe(matches(body, /<WebEnv>(.*?)</g)[0]);
    expect(sets.map(({ linkName }) => linkName)).toEqual(matches(body, /<LinkName>(.*?)</g));
    expect(sets.map(({ queryKey }) => queryKey)).toEqual(matches(body, /<QueryKey>(.*?)</g));
    expect(sets.map(({ to }) => to)).toEqual(matches(body, /<DbTo>(.*?)</g));
  },
);

describeRecordings(
  'neighbor_history in JSON',
  recordings('elink', '.json').filter(({ body }) => body.includes('"linksetdbhistories"')),
  ({ body }) => {
    const { webEnv, sets } = decodeStoredLinks(body, 'json');
    expect(webEnv).toBe(matches(body, /"webenv":\s*"(.*?)"/g)[0]);
    expect(sets.map(({ linkName }) => linkName)).toEqual(matches(body, /"linkname":\s*"(.*?)"/g));
    expect(sets.map(({ queryKey }) => queryKey)).toEqual(matches(body, /"querykey":\s*"(.*?)"/g));
    expect(sets.every((set) => set.webEnv === webEnv)).toBe(true);
  },
);

describeRecordings(
  'ELink answers without links, asked as history',
  recordings('elink', '.json').filter(({ body }) => !isError(body) && !body.includes('"linksetdb')),
  ({ body }) => {
    expect(decodeStoredLinks(body, 'json')).toEqual({ sets: [] });
  },
);

describeRecordings('EPost', recordings('epost', '.xml'), ({ body }) => {
  const [webEnv] = matches(body, /<WebEnv>(.*?)</g);
  const problems = [
    ...matches(body, /<ERROR>(.*?)</g),
    ...matches(body.replace(/.*<InvalidIdList>|<\/InvalidIdList>.*/gs, ''), /<Id>(.*?)</g),
  ];
  if (webEnv === undefined) {
    expect(failureOf(() => decodePost(body)).code).toMatch(/^(BAD_USER_INPUT|UNKNOWN_ID)$/);
    expect(problems).not.toEqual([]);
    return;
  }
  const posted = decodePost(body);
  expect(posted).toMatchObject({ webEnv, queryKey: matches(body, /<QueryKey>(.*?)</g)[0] });
  expect(posted.problems).toHaveLength(problems.length);
});
