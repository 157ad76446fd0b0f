import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { requireRecordings } from '../conformance/recorded.js';
import { useSandbox } from './sandbox-client.js';

/** Recordings of NCBI's own answers, which only this project's workshop has; without them these tests are skipped. */
const RECORDED = new URL('../../../shared/eutils/recorded/', import.meta.url);

type Json = Readonly<Record<string, unknown>>;
const recorded = (file: string): Json => JSON.parse(readFileSync(new URL(file, RECORDED), 'utf8')) as Json;

requireRecordings();

describe.skipIf(!existsSync(RECORDED))('the sandbox has the shape of recorded answers', () => {
  const { get, json } = useSandbox();

  /** The one summary of an answer. */
  const summaryOf = (answer: Json): Json => {
    const result = answer.result as Readonly<Record<string, unknown>> & { readonly uids: readonly string[] };
    return result[result.uids[0] ?? ''] as Json;
  };

  it.each([
    ['pubmed', '2946935', 'esummary/note-2026-pubmed-42802988.json'],
    ['protein', '105990539', 'esummary/note-2023-protein-28933465-live.json'],
    ['taxonomy', '9606', 'esummary/bionode-2016-taxonomy-13686.json'],
    ['gds', '200093374', 'esummary/ffq-gds-200093374.json'],
  ])('in the members and types of a summary of %s', async (db, uid, file) => {
    const expected = summaryOf(recorded(file));
    const actual = summaryOf(await json<Json>(`esummary.fcgi?db=${db}&id=${uid}&retmode=json`));
    expect(Object.keys(actual)).toEqual(Object.keys(expected));
    // A number that is not known is an empty string, as NCBI has it too.
    const kind = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);
    const differing = Object.keys(expected).filter(
      (key) => kind(actual[key]) !== kind(expected[key]) && actual[key] !== '',
    );
    expect(differing).toEqual([]);
  });

  it.each([
    ['esearch.fcgi?db=gene&term=7157[uid]&retmode=json', 'esearch/galaxy-2024-gene-uid.json'],
    ['esearch.fcgi?db=gene&term=zzzz[ORGN]&retmode=json', 'esearch/niaid-2026-zero-hits.json'],
  ])('in the members of %s', async (path, file) => {
    const shape = (answer: Json): readonly string[] => Object.keys(answer.esearchresult as object);
    expect(shape(await json<Json>(path))).toEqual(shape(recorded(file)));
  });

  it('in the error of a retstart beyond the window, byte for byte', async () => {
    const { body } = await get('esearch.fcgi?db=pubmed&term=p53&retstart=9999&retmode=json');
    expect(body.trimEnd()).toBe(
      readFileSync(new URL('esearch/error-2026-pubmed-retstart-9999-raw-newline.json', RECORDED), 'utf8').trimEnd(),
    );
  });

  it('in the XML of a link set, but for white space', async () => {
    const shape = (xml: string): string =>
      xml
        .replace(/^[^]*<eLinkResult>/, '')
        .replaceAll(/\d+/g, '0')
        .replaceAll(/\s+/g, '')
        .replaceAll(/(?:<Link><Id>0<\/Id><\/Link>)+/g, '<Link/>');
    const { body } = await get(
      'elink.fcgi?dbfrom=gene&db=nuccore&id=4747&linkname=gene_nuccore,gene_nuccore_pos,gene_nuccore_refseqrna',
    );
    expect(shape(body)).toBe(
      shape(readFileSync(new URL('elink/galaxy-2024-neighbor-gene-nuccore-all-linknames.xml', RECORDED), 'utf8')),
    );
  });

  /** The elements of XML in order, without texts and without those that differ from page to page of LinkOut. */
  const skeleton = (xml: string): string =>
    xml
      .replace(/^<\?xml[^>]*>\s*(?:<!DOCTYPE[^>]*>)?\s*/, '')
      .replaceAll(/>[^<]+/g, '>')
      .replaceAll(/<(IconUrl|Attribute)><\/\1>/g, '');

  it.each([
    ['elink.fcgi?dbfrom=pubmed&cmd=prlinks&id=24349601', 'elink/biopython-2026-01-elink5-prlinks-one-id.xml'],
    ['elink.fcgi?dbfrom=pubmed&cmd=ncheck&id=24349601', 'elink/biopython-2026-01-elink8-ncheck-one-id.xml'],
    [
      'elink.fcgi?dbfrom=nuccore&db=gene&cmd=neighbor_history&id=568815590,2194973728',
      'elink/galaxy-2026-neighbor_history-two-comma-ids.xml',
    ],
    ['epost.fcgi?db=pubmed&id=11237011', 'epost/biopython-2026-01-epost1.xml'],
    ['epost.fcgi?db=pubmed&id=99999999999999999999999999999999', 'epost/biopython-2026-01-epost3.xml'],
    ['epost.fcgi?db=nothing', 'epost/biopython-2026-01-epost2.xml'],
  ])('in the elements of %s', async (path, file) => {
    const { body } = await get(path);
    expect(skeleton(body)).toBe(skeleton(readFileSync(new URL(file, RECORDED), 'utf8')));
  });

  it('in the members of a stored search and of stored links', async () => {
    const search = await json<Json>('esearch.fcgi?db=gene&term=7157[uid]&usehistory=y&retmode=json');
    const stored = recorded('esearch/galaxy-2026-gene-uid-usehistory.json');
    expect(Object.keys(search.esearchresult as object)).toEqual(Object.keys(stored.esearchresult as object));
    const members = (answer: Json): readonly string[] =>
      (answer.linksets as readonly { readonly linksetdbhistories: readonly object[] }[]).flatMap((set) => [
        ...Object.keys(set),
        ...Object.keys(set.linksetdbhistories[0] ?? {}),
      ]);
    const links = 'elink.fcgi?dbfrom=nuccore&db=gene&cmd=neighbor_history&id=568815590&retmode=json';
    expect(members(await json<Json>(links))).toEqual(
      members(recorded('elink/galaxy-2026-neighbor_history-one-id.json')),
    );
  });

  it('in an answer without links', async () => {
    const { linksets } = recorded('elink/niaid-2026-no-links-linksetdbs-key-absent.json') as {
      linksets: readonly object[];
    };
    const answer = await json<{ linksets: readonly object[] }>('elink.fcgi?dbfrom=gene&db=mesh&id=7157&retmode=json');
    expect(Object.keys(answer.linksets[0] ?? {})).toEqual(Object.keys(linksets[0] ?? {}));
  });
});
