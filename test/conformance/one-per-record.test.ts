import { expect } from 'vitest';

import { decodeAvailableLinks, decodeChecks, isExternalLink } from '../../src/eutils/check.js';
import { EntrezError } from '../../src/eutils/errors.js';
import { decodeLinkOut } from '../../src/eutils/link-out.js';
import { describeRecordings, isError, matches, recordings } from './recorded.js';

/** The recorded answers of the commands that keep one entry for each record, without their comments. */
const answers = recordings('elink', '.xml').map(({ file, body }) => ({
  file,
  body: body.replaceAll(/<!--.*?-->/gs, ''),
}));
const plain = (text: string) =>
  text
    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
const texts = (body: string, element: string) =>
  matches(body, new RegExp(`<${element}(?: [^>]*)?>(.*?)</${element}>`, 'gs')).map(plain);

describeRecordings(
  'acheck',
  answers.filter(({ body }) => body.includes('<IdLinkSet>')),
  ({ body }) => {
    const uids = matches(body, /<IdLinkSet>\s*<Id>(\d+)</g);
    const links = decodeAvailableLinks(body, uids);
    expect([...links.keys()]).toEqual([...new Set(uids)]);
    const all = [...links.values()].flatMap((list) => (list instanceof EntrezError ? [] : list));
    expect(all.map(({ to }) => to)).toEqual(texts(body, 'DbTo'));
    expect(all.map(({ linkName }) => linkName)).toEqual(texts(body, 'LinkName'));
    expect(all.map(({ priority }) => String(priority))).toEqual(texts(body, 'Priority'));
    for (const [member, element] of [
      ['menuTag', 'MenuTag'],
      ['htmlTag', 'HtmlTag'],
      ['url', 'Url'],
    ] as const) {
      expect(all.flatMap((link) => link[member] ?? [])).toEqual(texts(body, element).filter((text) => text !== ''));
    }
    expect(all.filter(isExternalLink)).toHaveLength(matches(body, /<LinkName>(ExternalLink)</g).length);
  },
);

describeRecordings(
  'ncheck and lcheck',
  answers.filter(({ body }) => body.includes('<Id Has')),
  ({ body }) => {
    const uids = matches(body, /<Id Has\w+="[YN]">(\d+)</g);
    const checks = decodeChecks(body, uids);
    expect([...checks.keys()]).toEqual(uids);
    expect([...checks.values()]).toEqual(matches(body, /<Id Has\w+="([YN])"/g).map((flag) => flag === 'Y'));
  },
);

describeRecordings(
  'llinks and prlinks',
  answers.filter(({ body }) => body.includes('<IdUrlSet>')),
  ({ body }) => {
    const uids = matches(body, /<IdUrlSet>\s*<Id>(\d+)</g);
    const linkOut = decodeLinkOut(body, uids);
    expect([...linkOut.keys()]).toEqual(uids);
    const pages = [...linkOut.values()].flatMap((list) => (list instanceof EntrezError ? [] : list));
    expect(pages).toHaveLength(matches(body, /<(ObjUrl)>/g).length);
    const withoutProviders = body.replaceAll(/<Provider>.*?<\/Provider>/gs, '');
    expect(pages.map(({ url }) => url)).toEqual(texts(withoutProviders, 'Url'));
    expect(pages.flatMap(({ categories }) => categories)).toEqual(texts(body, 'Category'));
    expect(pages.flatMap(({ attributes }) => attributes)).toEqual(texts(body, 'Attribute'));
    expect(pages.flatMap(({ subjectTypes }) => subjectTypes)).toEqual(texts(body, 'SubjectType'));
    expect(pages.flatMap(({ provider }) => provider?.name ?? [])).toEqual(texts(body, 'Name'));
    const icons = pages.flatMap(({ iconUrl }) => iconUrl ?? []);
    expect(icons).toHaveLength(texts(withoutProviders, 'IconUrl').length);
    expect(icons.every((icon) => /^https?:\/\/[^/]/.test(icon))).toBe(true);
  },
);

describeRecordings(
  'commands that NCBI refuses',
  answers.filter(({ body }) => isError(body) && body.includes('command not supported')),
  ({ body }) => {
    const refused = decodeLinkOut(body, ['1', '2']);
    expect([...refused.values()]).toMatchObject([{ code: 'UNSUPPORTED_COMMAND' }, { code: 'UNSUPPORTED_COMMAND' }]);
  },
);
