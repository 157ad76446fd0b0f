import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import {
  attributeLinks,
  attributeLinksInSlices,
  decodeLinkSets,
  type LinkSet,
  linkSetsInSlices,
  readLinkSets,
} from '../../src/eutils/links/elink.js';
import { LinkGatherer } from '../../src/eutils/links/link-columns.js';
import { decodeSummaries } from '../../src/eutils/records/esummary.js';
import { summariesInXml } from '../../src/eutils/records/esummary-xml.js';
import { textInSlices } from '../../src/eutils/body/charset.js';
import { jsonInSlices } from '../../src/eutils/body/json-slices.js';
import { inSlices, SLICE } from '../../src/eutils/body/slices.js';
import { EntrezError } from '../../src/eutils/failures/errors.js';
import { UidList } from '../../src/eutils/body/uid-list.js';
import { failureOf } from './entrez-errors.js';

const QUESTION = { from: 'gene', to: 'pubmed', linkName: 'gene_pubmed', scored: false, uids: ['1', '2'] };

/** Long enough to be read piece by piece. */
const MANY = 60_000;

const descending = (length: number): readonly string[] => Array.from({ length }, (_, i) => String(90_000_000 - i));

const LINKS = descending(MANY);

const json = (lists: readonly (readonly unknown[])[], beside: object = {}): string =>
  JSON.stringify({
    header: { type: 'elink', version: '0.3' },
    linksets: lists.map((links, i) => ({
      dbfrom: 'gene',
      ids: [String(i + 1)],
      linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links }],
    })),
    ...beside,
  });

const xml = (lists: readonly (readonly string[])[], beside = ''): string =>
  `<?xml version="1.0"?><eLinkResult>${lists
    .map(
      (links, i) => `<LinkSet><DbFrom>gene</DbFrom><IdList><Id>${i + 1}</Id></IdList><LinkSetDb><DbTo>pubmed</DbTo>
      <LinkName>gene_pubmed</LinkName>${links.map((id) => `<Link>\n<Id>${id}</Id>\n</Link>`).join('\n')}</LinkSetDb></LinkSet>`,
    )
    .join('')}${beside}</eLinkResult>`;

/** Link sets with lists in their plain form. */
const plain = (sets: readonly LinkSet[]): unknown =>
  sets.map(({ linkSetDbs, ...set }) => ({
    ...set,
    linkSetDbs: linkSetDbs.map((db) => ({ ...db, uids: [...db.uids] })),
  }));

// XML says each link in more characters, so that a third is as long, and takes JavaScript long enough.
describe.each([
  ['json', LINKS],
  ['xml', LINKS.slice(0, MANY / 3)],
] as const)('a list of many links in %s', (retmode, links) => {
  const body = (lists: readonly (readonly string[])[]): string => (retmode === 'json' ? json(lists) : xml(lists));

  it('is read with pauses, every link in its place and with its source', async () => {
    const lists = [links, descending(3)];
    const reading = readLinkSets(body(lists), retmode);
    expect(reading).toBeInstanceOf(Promise);
    const answers = attributeLinks(await reading, QUESTION);
    const [one, two] = QUESTION.uids.map((uid) => answers.get(uid));
    expect(one instanceof EntrezError ? one : [...(one?.uids ?? [])]).toEqual(lists[0]);
    expect(two).toEqual({ uids: lists[1] });
  });

  it.each([1000, links.length])('is packed into numbers: %i links', async (length) => {
    const [set] = await readLinkSets(body([descending(length)]), retmode);
    const uids = set?.linkSetDbs[0]?.uids;
    expect(uids).toBeInstanceOf(UidList);
    expect((uids as UidList).bytes).toBe(4 * length);
  });

  // NCBI refuses JSON of which the XML is above 10 MB, so that these lists come as XML.
  it('may have more members than any element has parts, with white space between them', async () => {
    const [set] = await readLinkSets(body([descending(250_000)]), retmode);
    expect(set?.linkSetDbs[0]?.uids).toHaveLength(250_000);
  });

  it('lets other work go on', async () => {
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      handle = setImmediate(turn);
    };
    let handle = setImmediate(turn);
    const text = body([links]);
    await readLinkSets(text, retmode);
    clearImmediate(handle);
    expect(turns).toBeGreaterThanOrEqual(Math.floor(text.length / (64 * 1024)) - 1);
  });

  it('has few links read between two pauses, since a process that has just started takes long for each', () => {
    const push = vi.spyOn(LinkGatherer.prototype, 'push');
    const work = linkSetsInSlices(body([links]), retmode);
    let most = 0;
    for (let done: boolean | undefined = false; !done; push.mockClear()) {
      ({ done } = work.next());
      most = Math.max(most, push.mock.calls.length);
    }
    push.mockRestore();
    // XML is parsed in JavaScript, JSON by the engine.
    expect(most).toBeLessThanOrEqual(retmode === 'xml' ? 300 : 7000);
    expect(most).toBeGreaterThan(0);
  });

  it('keeps one link of those named twice', async () => {
    const repeated = [...links, '90000000', '7'];
    const list = attributeLinks(await readLinkSets(body([repeated]), retmode), QUESTION).get('1');
    expect(list instanceof EntrezError ? list : [...(list?.uids ?? [])]).toEqual([...links, '7']);
  });

  it('keeps uids that no number holds', async () => {
    const all = [...links, '18446744073709551615'];
    const [set] = await readLinkSets(body([all]), retmode);
    expect([...(set?.linkSetDbs[0]?.uids ?? [])]).toEqual(all);
  });

  it.each([
    ['a uid that is none', () => body([[...links, 'x']])],
    ['a uid with a leading zero', () => body([['07', ...links]])],
    ['an end that is cut off', () => body([links]).slice(0, -30)],
    ['a list that is cut off', () => body([links]).slice(0, 400_000)],
  ])('with %s is malformed, and worth another try', (_, write) => {
    expect(failureOf(() => decodeLinkSets(write(), retmode))).toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retryable: true,
    });
  });

  it('beside an error is a failure', () => {
    const sentence = 'NCBI C++ Exception: Read failed';
    const text =
      retmode === 'json'
        ? json([[...links, 'x']], { ERROR: sentence })
        : xml([[...links, 'x']], `<ERROR>${sentence}</ERROR>`);
    expect(failureOf(() => decodeLinkSets(text, retmode)).code).toBe('UPSTREAM_UNAVAILABLE');
  });
});

describe('a long answer in JSON', () => {
  const PAD = { header: { type: 'elink', padding: ' '.repeat(70_000) } };

  it('says the same read piece by piece as read at once', () => {
    const uid = fc.integer({ min: 1, max: 2 ** 40 });
    const link = fc.oneof(
      uid.map(String),
      uid,
      fc.record({ id: uid.map(String), score: fc.nat() }),
      fc.constantFrom('x', null, 1.5, {}, '07', ']'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(link, { maxLength: 5 }), { maxLength: 3 }), (lists) => {
        const text = json(lists);
        const read = (body: string): unknown => {
          try {
            return plain(decodeLinkSets(body, 'json'));
          } catch (error) {
            return (error as EntrezError).code;
          }
        };
        expect(read(json(lists, PAD))).toEqual(read(text));
      }),
    );
  });

  it('reads scores of a long list', () => {
    const links = Array.from({ length: 9000 }, (_, i) => ({ id: String(i + 1), score: 9000 - i }));
    const [db] = decodeLinkSets(json([links]), 'json')[0]?.linkSetDbs ?? [];
    expect([...(db?.uids ?? [])]).toEqual(links.map(({ id }) => id));
    expect(db?.scores).toEqual(links.map(({ score }) => score));
  });

  it.each([
    ['a text in the place of a list', 'list 0'],
    ['a text that looks like a list', '"links":["1"]'],
  ])('does not take %s for one', (_, links) => {
    const sets = [
      {
        dbfrom: 'gene',
        ids: ['1'],
        linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links: LINKS }],
      },
      { dbfrom: 'gene', ids: ['2'], linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links }] },
    ];
    expect(failureOf(() => decodeLinkSets(JSON.stringify({ linksets: sets }), 'json')).code).toBe('MALFORMED_RESPONSE');
  });

  it('finds the lists of a body that names them in a text', () => {
    const beside = { note: '"links":[1,2', dblinks: '\\"links":[' };
    expect(plain(decodeLinkSets(json([LINKS], beside), 'json'))).toMatchObject([{ linkSetDbs: [{ uids: LINKS }] }]);
  });
});

describe('a packed list', () => {
  it('leaves one uid out, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 45 }), { minLength: 1 }),
        fc.nat(),
        (numbers, place) => {
          const index = place % numbers.length;
          const uids = numbers.map(String);
          for (const list of [UidList.from(uids), UidList.from(['x', ...uids])]) {
            const all = [...list];
            expect([...list.without(index)]).toEqual(all.toSpliced(index, 1));
          }
        },
      ),
    );
  });

  it('knows whether it is in the order of its uids', () => {
    expect(UidList.from(['3', '2', '1']).isDescending).toBe(true);
    expect(UidList.from(['3', '3']).isDescending).toBe(false);
    expect(UidList.from(['1', '2']).isDescending).toBe(false);
  });
});

/** Pauses that reading an answer takes, whatever comes of it. */
function pausesOf(work: Generator<undefined>): number {
  let pauses = 0;
  while (work.next().done !== true) {
    pauses += 1;
  }
  return pauses;
}

describe('reading pauses', () => {
  it.each([
    ['between short lists', 500, 150],
    ['between lists without links', 2500, 0],
    ['within long lists', 4, 20_000],
  ])('%s of links in JSON and while they are attributed', (_, sets, links) => {
    const lists = Array.from({ length: sets }, () => descending(links));
    const body = json(lists);
    expect(pausesOf(linkSetsInSlices(body, 'json'))).toBeGreaterThan(body.length / (2 * SLICE));
    const found = decodeLinkSets(body, 'json');
    const uids = Array.from({ length: sets }, (_value, i) => String(i + 1));
    expect(pausesOf(attributeLinksInSlices(found, { ...QUESTION, uids }))).toBeGreaterThanOrEqual(sets);
  });

  it('while links that come in no order are told apart, each once', () => {
    const links = Array.from({ length: MANY }, (_, i) => String(((i * 7919) % 1_000_003) + 1));
    const sets = decodeLinkSets(json([[...links, ...links.slice(0, 10)]]), 'json');
    const work = attributeLinksInSlices(sets, { ...QUESTION, uids: ['1'] });
    expect(pausesOf(work)).toBeGreaterThan(MANY / 1000);
    const list = attributeLinks(sets, QUESTION).get('1');
    expect(list instanceof EntrezError ? list : [...(list?.uids ?? [])]).toEqual(links);
  });

  it('in one summary that is large by itself, in both forms', () => {
    const items = Array.from({ length: 20_000 }, (_, i) => i);
    const inJson = JSON.stringify({
      result: { uids: ['1'], 1: { uid: '1', set: items.map((i) => ({ name: `n${i}` })) } },
    });
    expect(pausesOf(jsonInSlices(inJson))).toBeGreaterThan(inJson.length / (2 * SLICE));
    const inXml = `<eSummaryResult><DocumentSummarySet><DocumentSummary uid="1"><set>${items
      .map((i) => `<item><name>n${i}</name></item>`)
      .join('')}</set></DocumentSummary></DocumentSummarySet></eSummaryResult>`;
    expect(pausesOf(summariesInXml(inXml, 'clinvar'))).toBeGreaterThan(items.length / 1000);
    const [summary] = decodeSummaries(inXml, 'xml', 'clinvar').values();
    // As texts, of which Vitest compares megabytes at once, and objects one by one.
    expect(JSON.stringify(summary)).toBe(JSON.stringify({ uid: '1', set: items.map((i) => ({ name: `n${i}` })) }));
  });

  it('between the bytes of a text, whose characters may be cut by any of them', async () => {
    const text = `<x>${'é漢𝒳 '.repeat(100_000)}</x>`;
    const bytes = Buffer.from(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 1001) }, (_, i) =>
      bytes.subarray(i * 1001, (i + 1) * 1001),
    );
    expect(pausesOf(textInSlices(chunks, 'text/xml'))).toBeGreaterThanOrEqual(chunks.length);
    expect((await inSlices(textInSlices(chunks, 'text/xml'))) === text).toBe(true);
  });
});

describe('two long lists of one record', () => {
  it('that differ in one link contradict each other', () => {
    const [a, b] = [LINKS, LINKS.with(MANY - 1, '7')];
    const sets = [...decodeLinkSets(json([a]), 'json'), ...decodeLinkSets(json([b]), 'json')];
    expect(attributeLinks(sets, QUESTION).get('1')).toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });

  it('that are equal are one', () => {
    const sets = [0, 1].flatMap(() => decodeLinkSets(json([LINKS]), 'json'));
    expect(attributeLinks(sets, QUESTION).get('1')).not.toBeInstanceOf(EntrezError);
  });
});
