import { expect } from 'vitest';

import { decodeAvailableLinks, decodeChecks, isExternalLink } from '../../../src/eutils/links/check.js';
import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { decodeLinkOut, type LinkOut } from '../../../src/eutils/links/link-out.js';
import { failureOf } from '../../eutils/entrez-errors.js';
import { isError, matches, texts, withoutComments } from '../naive.js';
import type { Recording } from '../recorded.js';
import type { Rule } from '../rule.js';
import { checksInJson, linkInfosInJson, linkOutInJson, objectsUnder } from './json-twins.js';

const isXml = (element: string) => (recording: Recording) =>
  recording.utility === 'elink' && recording.form === 'xml' && recording.body.includes(element);
const isJson = (member: string) => (recording: Recording) =>
  recording.utility === 'elink' && recording.form === 'json' && recording.body.includes(`"${member}"`);
const withoutErrors = <V>(answers: ReadonlyMap<string, readonly V[] | EntrezError>): V[] =>
  [...answers.values()].flatMap((list) => (list instanceof EntrezError ? [] : list));

/** The commands of ELink that keep one entry for each record, in XML and, should it ever come, in JSON. */
export const RECORD_RULES: readonly Rule[] = [
  {
    what: 'acheck',
    isOne: isXml('<IdLinkSet>'),
    check: ({ body }) => {
      const text = withoutComments(body);
      const uids = matches(text, /<IdLinkSet>\s*<Id>(\d+)</g);
      const links = decodeAvailableLinks(body, uids);
      expect([...links.keys()]).toEqual([...new Set(uids)]);
      const all = withoutErrors(links);
      expect(all.map(({ to }) => to)).toEqual(texts(text, 'DbTo'));
      expect(all.map(({ linkName }) => linkName)).toEqual(texts(text, 'LinkName'));
      expect(all.map(({ priority }) => String(priority))).toEqual(texts(text, 'Priority'));
      for (const [member, element] of [
        ['menuTag', 'MenuTag'],
        ['htmlTag', 'HtmlTag'],
        ['url', 'Url'],
      ] as const) {
        expect(all.flatMap((link) => link[member] ?? [])).toEqual(texts(text, element).filter((each) => each !== ''));
      }
      expect(all.filter(isExternalLink)).toHaveLength(matches(text, /<LinkName>(ExternalLink)</g).length);
      expect(decodeAvailableLinks(linkInfosInJson(text), uids)).toEqual(links);
    },
  },
  {
    what: 'ncheck and lcheck',
    isOne: isXml('<Id Has'),
    check: ({ body }) => {
      const text = withoutComments(body);
      const uids = matches(text, /<Id Has\w+="[YN]">(\d+)</g);
      const checks = decodeChecks(body, uids);
      expect([...checks.keys()]).toEqual(uids);
      expect([...checks.values()]).toEqual(matches(text, /<Id Has\w+="([YN])"/g).map((flag) => flag === 'Y'));
      expect(decodeChecks(checksInJson(text), uids)).toEqual(checks);
    },
  },
  {
    what: 'llinks and prlinks',
    isOne: isXml('<IdUrlSet>'),
    check: ({ body }) => {
      const text = withoutComments(body);
      const uids = matches(text, /<IdUrlSet>\s*<Id>(\d+)</g);
      const linkOut = decodeLinkOut(body, uids);
      expect([...linkOut.keys()]).toEqual(uids);
      const pages = withoutErrors(linkOut);
      holdsPages(pages, text);
      expect(decodeLinkOut(linkOutInJson(text), uids)).toEqual(linkOut);
    },
  },
  {
    what: 'commands that NCBI refuses',
    isOne: ({ utility, body }) => utility === 'elink' && isError(body) && body.includes('command not supported'),
    check: ({ body }) => {
      const refused = decodeLinkOut(body, ['1', '2']);
      expect([...refused.values()]).toMatchObject([{ code: 'UNSUPPORTED_COMMAND' }, { code: 'UNSUPPORTED_COMMAND' }]);
    },
  },
  {
    what: 'acheck, ncheck and lcheck in JSON',
    isOne: isJson('idchecklist'),
    check: ({ body }) => {
      if (isError(body)) {
        expect(failureOf(() => decodeChecks(body, ['1'])).code).not.toBe('BAD_USER_INPUT');
        return;
      }
      const sets = objectsUnder(body, 'idlinksets');
      const links = decodeAvailableLinks(
        body,
        sets.map(({ id }) => String(id)),
      );
      expect([...links.keys()]).toEqual(sets.map(({ id }) => String(id)));
      expect(withoutErrors(links).map(({ linkName }) => linkName)).toEqual(
        objectsUnder(body, 'linkinfos').map(({ linkname }) => linkname),
      );
      const ids = objectsUnder(body, 'ids').filter(({ value }) => value !== undefined);
      const checks = decodeChecks(
        body,
        ids.map(({ value }) => String(value)),
      );
      expect([...checks.values()]).toEqual(ids.map((id) => (id.hasneighbor ?? id.haslinkout) === 'Y'));
    },
  },
  {
    what: 'llinks and prlinks in JSON',
    isOne: isJson('idurllist'),
    check: ({ body }) => {
      const sets = objectsUnder(body, 'idurllist');
      const linkOut = decodeLinkOut(
        body,
        sets.map(({ id }) => String(id)),
      );
      expect([...linkOut.keys()]).toEqual(sets.map(({ id }) => String(id)));
      expect(withoutErrors(linkOut)).toHaveLength(objectsUnder(body, 'objurls').length);
    },
  },
];

function holdsPages(pages: readonly LinkOut[], xml: string): void {
  const withoutProviders = xml.replaceAll(/<Provider>.*?<\/Provider>/gs, '');
  expect(pages).toHaveLength(matches(xml, /<(ObjUrl)>/g).length);
  expect(pages.map(({ url }) => url)).toEqual(texts(withoutProviders, 'Url'));
  expect(pages.flatMap(({ categories }) => categories)).toEqual(texts(xml, 'Category'));
  expect(pages.flatMap(({ attributes }) => attributes)).toEqual(texts(xml, 'Attribute'));
  expect(pages.flatMap(({ subjectTypes }) => subjectTypes)).toEqual(texts(xml, 'SubjectType'));
  expect(pages.flatMap(({ provider }) => provider?.name ?? [])).toEqual(texts(xml, 'Name'));
  const icons = pages.flatMap(({ iconUrl }) => iconUrl ?? []);
  expect(icons).toHaveLength(texts(withoutProviders, 'IconUrl').length);
  expect(icons.every((icon) => /^https?:\/\/[^/]/.test(icon))).toBe(true);
}
