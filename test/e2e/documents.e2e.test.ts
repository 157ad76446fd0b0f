import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { hurryClock } from '../support/hurried-clock.js';
import { type Interceptor, idsOf, parameterOf } from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

/** Each error as `path: code`. */
function errorsOf({ errors = [] }: GraphqlAnswer): string[] {
  return errors.map(({ path = [], extensions }) => `${path.join('.')}: ${extensions.code}`);
}

const STRUCTURED = `<PubmedArticle><MedlineCitation><PMID Version="1">11</PMID><Article>
  <Abstract>
    <AbstractText Label="BACKGROUND">The <i>ABC1</i> gene makes
      H<sub>2</sub>O.</AbstractText>
    <AbstractText Label="RESULTS">It does.</AbstractText>
  </Abstract></Article>
  <MeshHeadingList><MeshHeading>
    <DescriptorName UI="D009369" MajorTopicYN="N">Neoplasms</DescriptorName>
    <QualifierName UI="Q000235" MajorTopicYN="Y">genetics</QualifierName>
  </MeshHeading></MeshHeadingList></MedlineCitation>
  <PubmedData><ReferenceList><Reference><Citation>Doe J. On <i>ABC1</i>. 1999.</Citation>
    <ArticleIdList><ArticleId IdType="pubmed">12</ArticleId><ArticleId IdType="doi">10.1/x</ArticleId></ArticleIdList>
  </Reference><Reference><ArticleIdList><ArticleId IdType="pmc">PMC7</ArticleId></ArticleIdList></Reference>
  </ReferenceList></PubmedData></PubmedArticle>`;
const PLAIN =
  '<PubmedArticle><MedlineCitation><PMID>12</PMID><Article><Abstract><AbstractText>One.</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>';
const BARE = '<PubmedArticle><MedlineCitation><PMID>13</PMID><Article/></MedlineCitation></PubmedArticle>';

/** PubMed with three articles, in an order of its own; PMID 14 is unknown. */
const articles: Interceptor = (request) => {
  if (request.utility !== 'efetch') {
    return undefined;
  }
  const asked = idsOf(request);
  const records = [BARE, STRUCTURED, PLAIN].filter((record) =>
    asked.includes(/>(\d+)<\/PMID>/.exec(record)?.[1] ?? ''),
  );
  return { body: `<PubmedArticleSet>${records.join('')}</PubmedArticleSet>` };
};

describe.concurrent('an abstract', () => {
  it('is text, null, UNKNOWN_ID or a failure: four different answers', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(articles);
    const answer = await gateway.query('{ records { pubmed(uids: [11, 12, 13, 14]) { abstract } } }');
    expect(answer.data?.records.pubmed).toEqual([
      { abstract: 'BACKGROUND: The ABC1 gene makes H2O.\n\nRESULTS: It does.' },
      { abstract: 'One.' },
      { abstract: null },
      { abstract: null },
    ]);
    expect(errorsOf(answer)).toEqual(['records.pubmed.3.abstract: UNKNOWN_ID']);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ db: 'pubmed', uids: ['14'] });

    gateway.sandbox.intercept(() => ({ status: 502, body: '<html><body>Bad Gateway</body></html>' }));
    const failed = await gateway.query('{ pubmed(uid: 99) { uid abstract } }');
    expect(errorsOf(failed)).toEqual(['pubmed.abstract: UPSTREAM_UNAVAILABLE']);
    expect(failed.data?.pubmed).toEqual({ uid: '99', abstract: null });
  });

  it('costs one call for all siblings, which subjects and references share, and none when asked again', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(articles);
    const query = `{ records { pubmed(uids: [11, 12, 13]) {
      abstract
      abstractSections { label text }
      meshHeadings { descriptor ui isMajor qualifiers { name ui isMajor } }
      referenceList { citation pmid pmcid doi }
    } } }`;
    const answer = await gateway.query(query);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.records.pubmed[0]).toEqual({
      abstract: expect.any(String),
      abstractSections: [
        { label: 'BACKGROUND', text: 'The ABC1 gene makes H2O.' },
        { label: 'RESULTS', text: 'It does.' },
      ],
      meshHeadings: [
        {
          descriptor: 'Neoplasms',
          ui: 'D009369',
          isMajor: false,
          qualifiers: [{ name: 'genetics', ui: 'Q000235', isMajor: true }],
        },
      ],
      referenceList: [
        { citation: 'Doe J. On ABC1. 1999.', pmid: '12', pmcid: null, doi: '10.1/x' },
        { citation: null, pmid: null, pmcid: 'PMC7', doi: null },
      ],
    });
    expect(answer.data?.records.pubmed[1].abstractSections).toEqual([{ label: null, text: 'One.' }]);
    expect(answer.data?.records.pubmed[2]).toEqual({
      abstract: null,
      abstractSections: [],
      meshHeadings: [],
      referenceList: [],
    });
    expect(answer.extensions.entrez.calls).toMatchObject({ efetch: 1, total: 1 });
    expect((await gateway.query(query)).extensions.entrez.calls.total).toBe(0);
  });
});

describe('the documents of the sample', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('have reference lists that name the articles of the field references', async () => {
    const answer = await gateway.query(
      '{ pubmed(uid: 24349601) { abstract publicationTypes referenceList { citation pmid } references(first: 1000) { nodes { uid } } } }',
    );
    expect(answer.errors).toBeUndefined();
    const { abstract, publicationTypes, referenceList, references } = answer.data?.pubmed as {
      abstract: string | null;
      publicationTypes: string[];
      referenceList: { citation: string; pmid: string }[];
      references: { nodes: { uid: string }[] };
    };
    expect(abstract).toMatch(
      /^SAMPLE TEXT: The entrez-graph sandbox wrote this .* “Genes, Economics, and Happiness” in /,
    );
    expect(publicationTypes).toContain('Journal Article');
    expect(referenceList.map(({ pmid }) => pmid).toSorted()).toEqual(references.nodes.map(({ uid }) => uid).toSorted());
    expect(referenceList.every(({ citation }) => citation.length > 10)).toBe(true);
  });

  it('have the sequence of p53, whole and in stretches', async () => {
    const answer = await gateway.query(`{ protein(uid: 120407068) {
      length sequence
      start: sequence(to: 10)
      middle: sequence(from: 100, to: 110)
      one: sequence(from: 7, to: 7)
      end: sequence(from: 390)
      beyond: sequence(from: 390, to: 1000)
      all: sequence(from: 1, to: 393)
    } }`);
    expect(answer.errors).toBeUndefined();
    const { length, sequence, ...stretches } = answer.data?.protein as { length: number; sequence: string };
    expect([length, sequence.length]).toEqual([393, 393]);
    expect(stretches).toEqual({
      start: 'MEEPQSDPSV',
      middle: sequence.slice(99, 110),
      one: sequence[6],
      end: sequence.slice(389),
      beyond: sequence.slice(389),
      all: sequence,
    });
    // One summary; the whole, and each stretch that is different.
    expect(answer.extensions.entrez.calls).toMatchObject({ esummary: 1, efetch: 5, total: 6 });
  });

  it('have FASTA whose heading names the stretch', async () => {
    const answer = await gateway.query('{ protein(uid: 120407068) { sequence fasta stretch: fasta(from: 2, to: 5) } }');
    const { sequence, fasta, stretch } = answer.data?.protein as Record<string, string>;
    const [heading = '', ...lines] = fasta?.trimEnd().split('\n') ?? [];
    expect(heading).toMatch(/^>NP_000537\.3 cellular tumor antigen p53/);
    expect(lines.join('')).toBe(sequence);
    expect(stretch).toMatch(/^>NP_000537\.3:2-5 cellular .*\nEEPQ\n$/);
  });

  it.each([
    ['from: 0', 'Argument "from" is 0. Use a position from 1.'],
    ['to: 0', 'Argument "to" is 0. Use a position from 1.'],
    ['from: 9, to: 8', 'Argument "to" is 8. Use a position from 9.'],
    ['from: 394', 'Argument "from" is 394, beyond the end of the sequence. Use a position from 1 to 393.'],
  ])('are refused for %s, and not fetched', async (args, message) => {
    const before = gateway.callsOf('efetch');
    const answer = await gateway.query(`{ protein(uid: 120407068) { accession fasta(${args}) } }`);
    expect(answer.errors?.map((error) => error.message)).toEqual([message]);
    expect(errorsOf(answer)).toEqual(['protein.fasta: BAD_USER_INPUT']);
    expect(answer.data?.protein).toEqual({ accession: 'NP_000537', fasta: null });
    expect(gateway.callsOf('efetch')).toBe(before);
  });

  it('say of an unknown sequence record that it is unknown', async () => {
    const answer = await gateway.query('{ protein(uid: "999999999999") { sequence fasta } }');
    expect(errorsOf(answer)).toEqual(['protein: UNKNOWN_ID']);
  });
});

interface Molecule {
  readonly accession?: string;
  readonly slen?: number;
  readonly residues?: string;
}

/** Nucleotide records of our own: summaries by uid, sequences by accession and in reversed order. */
function molecules(records: Readonly<Record<string, Molecule>>): Interceptor {
  return (request) => {
    const ids = idsOf(request);
    if (request.utility === 'esummary') {
      const docs = ids.map((uid) => {
        const { accession = '', slen = '' } = records[uid] ?? {};
        return [uid, { uid, accessionversion: accession, slen }] as const;
      });
      return { body: JSON.stringify({ result: { uids: ids, ...Object.fromEntries(docs) } }) };
    }
    const [start, stop] = [parameterOf(request, 'seq_start') ?? '1', parameterOf(request, 'seq_stop')];
    const entries = ids.toReversed().flatMap((id) => {
      const { residues } = Object.values(records).find(({ accession }) => accession === id) ?? {};
      const part = residues?.slice(Number(start) - 1, stop === undefined ? undefined : Number(stop));
      return part === undefined
        ? []
        : [
            `<TSeq><TSeq_accver>${id}</TSeq_accver><TSeq_length>${part.length}</TSeq_length><TSeq_sequence>${part}</TSeq_sequence></TSeq>`,
          ];
    });
    return { body: `<TSeqSet>${entries.join('')}</TSeqSet>` };
  };
}

describe.concurrent('a sequence', () => {
  it('is matched by accession, and costs one call for all siblings', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(
      molecules({
        1: { accession: 'AB000001.1', slen: 6, residues: 'ACGTAC' },
        2: { accession: 'AB000002.1', slen: 4, residues: 'GGGG' },
        3: { accession: 'AB000003.2', slen: 5, residues: 'TTTTA' },
      }),
    );
    const answer = await gateway.query(
      '{ records { nuccore(uids: [1, 2, 3]) { sequence fasta } } stretch: records { nuccore(uids: [1, 3]) { sequence(from: 2, to: 4) } } }',
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.records.nuccore).toEqual([
      { sequence: 'ACGTAC', fasta: '>AB000001.1\nACGTAC\n' },
      { sequence: 'GGGG', fasta: '>AB000002.1\nGGGG\n' },
      { sequence: 'TTTTA', fasta: '>AB000003.2\nTTTTA\n' },
    ]);
    expect(answer.data?.stretch.nuccore).toEqual([{ sequence: 'CGT' }, { sequence: 'TTT' }]);
    expect(answer.extensions.entrez.calls).toMatchObject({ esummary: 1, efetch: 2, total: 3 });
  });

  it('that is missing though its record exists is MALFORMED_RESPONSE, one without residues null, beside intact siblings', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(
      molecules({
        1: { accession: 'AB000001.1', slen: 6, residues: 'ACGTAC' },
        2: { accession: 'AB000002.1', slen: 4 },
        3: { accession: 'AB000003.1', slen: 9, residues: '' },
      }),
    );
    const answer = await gateway.query('{ records { nuccore(uids: [1, 2, 3]) { sequence } } }');
    expect(answer.data?.records.nuccore.map((record: { sequence: string }) => record.sequence)).toEqual([
      'ACGTAC',
      null,
      null,
    ]);
    expect(errorsOf(answer)).toEqual(['records.nuccore.1.sequence: MALFORMED_RESPONSE']);
  });

  it.each([
    ['has another length than its summary says', { accession: 'AB000001.1', slen: 5, residues: 'ACGTAC' }],
    ['has no accession to tell it by', { slen: 6, residues: 'ACGTAC' }],
    ['has no known length', { accession: 'AB000001.1', residues: 'ACGTAC' }],
  ])('that %s is MALFORMED_RESPONSE, not a guess', async (_what, molecule) => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(molecules({ 1: molecule }));
    const answer = await gateway.query('{ nuccore(uid: 1) { sequence } }');
    expect(errorsOf(answer)).toEqual(['nuccore.sequence: MALFORMED_RESPONSE']);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ db: 'nuccore', uids: ['1'] });
  });

  it('as long as a chromosome is given in stretches only', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept((request) =>
      request.utility === 'efetch'
        ? {
            body: '<TSeqSet><TSeq><TSeq_accver>NC_1.1</TSeq_accver><TSeq_length>3</TSeq_length><TSeq_sequence>ACG</TSeq_sequence></TSeq></TSeqSet>',
          }
        : molecules({ 1: { accession: 'NC_1.1', slen: 248_956_422 } })(request),
    );
    const answer = await gateway.query(
      '{ nuccore(uid: 1) { sequence rest: fasta(from: 2) stretch: sequence(from: 200000001, to: 200000003) } }',
    );
    expect(errorsOf(answer).toSorted()).toEqual(['nuccore.rest: BAD_USER_INPUT', 'nuccore.sequence: BAD_USER_INPUT']);
    expect(answer.errors?.find(({ path }) => path?.[1] === 'sequence')?.message).toBe(
      'Arguments "from" and "to" name a stretch of 248956422 residues. Request at most 10000000 at once.',
    );
    expect(answer.data?.nuccore.stretch).toBe('ACG');
    const fetched = gateway.sandbox.requests.filter(({ utility }) => utility === 'efetch');
    expect(fetched.map((request) => [parameterOf(request, 'seq_start'), parameterOf(request, 'seq_stop')])).toEqual([
      ['200000001', '200000003'],
    ]);
  });
});
