import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { FAULT_NAMES, FAULTS } from '../../../src/sandbox/faults/faults.js';
import { faultsHelp } from '../../../src/sandbox/faults/help.js';
import { parseFaults } from '../../../src/sandbox/faults/parse-faults.js';
import { useSandbox } from '../sandbox-client.js';

const catalog = loadCatalog();

describe('the rules of faults', () => {
  it('are names with what limits them, in any order', () => {
    const text =
      'in-body-error:0.05, timeout:2.5%,cut-off:x3:gene_pubmed,poison:gene/7157,dead:score,slow:elink:.5:gene:x1';
    expect(parseFaults(text, catalog)).toEqual([
      { text: 'in-body-error:0.05', name: 'in-body-error', rate: 0.05, places: [] },
      { text: 'timeout:2.5%', name: 'timeout', rate: 0.025, places: [] },
      {
        text: 'cut-off:x3:gene_pubmed',
        name: 'cut-off',
        count: 3,
        places: [{ kind: 'link-name', name: 'gene_pubmed', from: 'gene', to: 'pubmed' }],
      },
      { text: 'poison:gene/7157', name: 'poison', places: [{ kind: 'record', db: 'gene', uid: '7157' }] },
      { text: 'dead:score', name: 'dead', places: [{ kind: 'back-end', name: 'score' }] },
      {
        text: 'slow:elink:.5:gene:x1',
        name: 'slow',
        rate: 0.5,
        count: 1,
        places: [
          { kind: 'utility', utility: 'elink' },
          { kind: 'db', db: 'gene' },
        ],
      },
    ]);
  });

  it('take nucleotide for nuccore', () => {
    expect(parseFaults('dead:nucleotide', catalog)[0]?.places).toEqual([{ kind: 'db', db: 'nuccore' }]);
  });

  it.each([
    ['cutof', 'Unknown fault "cutof". Did you mean "cut-off"?'],
    ['', 'Unknown fault "". Run "sandbox --help" for the list.'],
    ['reset,', 'Unknown fault "". Run "sandbox --help" for the list.'],
    ['constructor', 'Unknown fault "constructor"'],
    ['reset:1.5', '"1.5" in "reset:1.5" is neither a rate'],
    ['reset:101%', '"101%" in "reset:101%" is neither a rate'],
    ['reset:3', '"3" in "reset:3" is neither a rate such as 0.05 or 5%, nor a count such as x3'],
    ['reset:x0', '"x0" in "reset:x0" is neither'],
    ['reset:', '"" in "reset:" is neither'],
    ['dead:scores', '"scores" in "dead:scores" is neither'],
    ['dead:gene_nothing', '"gene_nothing" in "dead:gene_nothing" is neither'],
    ['dead:gene/TP53', '"gene/TP53" in "dead:gene/TP53" is neither'],
    ['reset:0.1:5%', '"reset:0.1:5%" says twice how often.'],
    ['reset:x1:x2', '"reset:x1:x2" says twice how often.'],
    ['poison:gene', '"poison:gene" does not say which record, as "poison:gene/7157" does.'],
    ['merged:esearch', '"merged:esearch" cannot happen: merged is a fault of elink only.'],
    ['hidden-error:score', '"hidden-error:score" cannot happen: hidden-error is a fault of esummary only.'],
  ])('refuse "%s" in one line', (text, message) => {
    expect(() => parseFaults(text, catalog)).toThrow(RangeError);
    expect(() => parseFaults(text, catalog)).toThrow(message);
    expect(() => parseFaults(text, catalog)).toThrow(/^[^\n]+$/);
  });

  it('are read or refused with a RangeError, whatever is typed', () => {
    const word = fc.oneof(
      fc.constantFrom(...FAULT_NAMES, ':', ',', '/', '%', 'x', '0.1', 'gene', 'elink', 'gene_pubmed', 'gene/1'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        try {
          for (const { text, rate = 1, count = 1 } of parseFaults(words.join(''), catalog)) {
            expect(text).not.toBe('');
            expect(rate).toBeGreaterThanOrEqual(0);
            expect(rate).toBeLessThanOrEqual(1);
            expect(count).toBeGreaterThan(0);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  it('are explained by the help text, every name with its description', () => {
    const help = faultsHelp();
    for (const name of FAULT_NAMES) {
      expect(help).toMatch(new RegExp(`^  ${name} +\\w.{10,}`, 'm'));
      expect(help).toContain(FAULTS[name].description);
    }
    const [example = ''] = /(?<=--faults )\S+/.exec(help) ?? [];
    expect(parseFaults(example, catalog)).toHaveLength(5);
  });
});

describe('a rule', () => {
  const { sandbox, get } = useSandbox();
  afterEach(() => {
    sandbox().faults.set([]);
  });

  const LINKS = 'elink.fcgi?dbfrom=gene&db=omim&linkname=gene_omim&id=7157';
  const SCORES = 'elink.fcgi?dbfrom=pubmed&db=pubmed&cmd=neighbor_score&id=21900406';
  const SUMMARY = 'esummary.fcgi?db=gene&id=7157,672';
  const SEARCH = 'esearch.fcgi?db=gene&term=TP53';

  async function isStruck(path: string): Promise<boolean> {
    await get(path);
    return sandbox().requests.at(-1)?.fault !== undefined;
  }

  it.each<[place: string, struck: readonly string[]]>([
    ['', [LINKS, SCORES, SUMMARY, SEARCH]],
    [':elink', [LINKS, SCORES]],
    [':link', [LINKS]],
    [':score', [SCORES]],
    [':summary', [SUMMARY]],
    [':search', [SEARCH]],
    [':gene', [LINKS, SUMMARY, SEARCH]],
    [':gene:elink', [LINKS]],
    [':gene_omim', [LINKS]],
    [':gene/7157', [LINKS, SUMMARY]],
    [':gene/672', [SUMMARY]],
    [':pubmed', [SCORES]],
    [':omim', []],
  ])('with the places "%s" strikes there and nowhere else', async (place, expected) => {
    sandbox().faults.set(parseFaults(`empty${place}`));
    const struck = [];
    for (const path of [LINKS, SCORES, SUMMARY, SEARCH]) {
      if (await isStruck(path)) {
        struck.push(path);
      }
    }
    expect(struck).toEqual(expected);
  });

  it('about a link name strikes a request for all link names of its databases', async () => {
    sandbox().faults.set(parseFaults('empty:gene_omim'));
    expect(await isStruck('elink.fcgi?dbfrom=gene&db=omim&id=7157')).toBe(true);
    expect(await isStruck('elink.fcgi?dbfrom=gene&db=snp&id=7157')).toBe(false);
    expect(await isStruck('elink.fcgi?dbfrom=gene&db=omim&linkname=gene_omim_bookrecords&id=7157')).toBe(false);
  });

  it('with a count strikes so many requests, and then no more', async () => {
    sandbox().faults.set(parseFaults('empty:x2:elink'));
    const struck = [];
    for (const path of [LINKS, SEARCH, SCORES, LINKS, LINKS]) {
      struck.push(await isStruck(path));
    }
    expect(struck).toEqual([true, false, true, false, false]);
    expect(sandbox().faults.state).toMatchObject([{ met: 4, struck: 2 }]);
  });

  /** For each of many requests, which fault struck it. */
  async function history(rules: string, seed: number): Promise<readonly (string | undefined)[]> {
    sandbox().faults.set(parseFaults(rules), seed);
    const before = sandbox().requests.length;
    for (let index = 0; index < 100; index += 1) {
      await get('einfo.fcgi');
    }
    return sandbox()
      .requests.slice(before)
      .map(({ fault }) => fault);
  }

  it('strikes at its rate, the same requests with the same seed and others with another', async () => {
    const first = await history('empty:20%', 7);
    const struck = first.filter((fault) => fault !== undefined).length;
    // Four standard deviations of the binomial distribution to either side.
    expect(struck).toBeGreaterThan(4);
    expect(struck).toBeLessThan(36);
    expect(await history('empty:20%', 7)).toEqual(first);
    expect(await history('empty:20%', 8)).not.toEqual(first);
  });

  it('does not disturb the sequence of another one, and the first that falls to a request has it', async () => {
    const alone = await history('empty:20%', 7);
    const both = await history('empty:20%,web-page:30%', 7);
    expect(both.map((fault) => (fault === 'empty:20%' ? fault : undefined))).toEqual(alone);
    expect(new Set(both)).toEqual(new Set(['empty:20%', 'web-page:30%', undefined]));
  });

  it('of rate 0 never strikes', async () => {
    expect(new Set(await history('empty:0', 1))).toEqual(new Set([undefined]));
  });
});
