import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RunningGateway } from '../support/running-gateway.js';
import { type Data, distinct, linksOf, uidsOf } from './answers.js';
import { Biopython } from './biopython.js';
import { EDirect } from './edirect.js';
import { type ExampleLine, readExampleLines } from './example-lines.js';
import { isMissing } from './installed.js';
import { withWholeLists } from './whole-lists.js';

const examples = readExampleLines();
/** Names the record in its own list of related articles, which the gateway leaves out. */
const SELF = 2_147_483_647;

// Mixed, since EDirect turns a "₂" in a title into an element.
const SUMMARIES = 'xtract -mixed -pattern DocumentSummary -element Id';
const STORED_IDS = 'xtract -pattern ENTREZ_DIRECT -sep "\\n" -element Id';
const PAGES = 'xtract -pattern ObjUrl -element Url';
const linksNamed = (name: string): string =>
  `xtract -pattern LinkSetDb -if LinkName -equals ${name} -sep "\\n" -element Link/Id`;

/** Lines of shell: what is taken from their answers, and what of the gateway's answer must be the same. */
const SHELL: readonly { readonly name: string; readonly take: string; readonly same: (data: Data) => string[] }[] = [
  {
    name: 'AvailableLinks',
    take: 'xtract -pattern LinkInfo -element LinkName',
    same: ({ gene }) => gene.availableLinks.map(({ name }: Data) => name),
  },
  { name: 'ByOtherNames', take: SUMMARIES, same: ({ gene }) => [gene.uid] },
  {
    name: 'CommonPapersOfGenes',
    take: `${linksNamed('gene_pubmed')} | sort | uniq -d`,
    same: ({ commonLinks }) => commonLinks.edges.map(({ node }: Data) => node.uid),
  },
  { name: 'DistinctPapersOfGenes', take: linksNamed('gene_pubmed'), same: ({ unionLinks }) => uidsOf(unionLinks) },
  {
    name: 'FirstLook',
    take: SUMMARIES,
    // A list of related articles holds the article itself, and so does the union of such lists.
    same: ({ gene }) => gene.pubmed.nodes.flatMap(({ uid, related }: Data) => [uid, ...uidsOf(related)]),
  },
  { name: 'GeneRifGenes', take: STORED_IDS, same: ({ pubmed }) => uidsOf(pubmed.geneRif) },
  {
    name: 'GeneToStructures',
    take: SUMMARIES,
    same: ({ gene }) => gene.protein.nodes.flatMap(({ structure }: Data) => uidsOf(structure)),
  },
  { name: 'GenesOfAPaper', take: linksNamed('pubmed_gene'), same: ({ pubmed }) => uidsOf(pubmed.gene) },
  // ELink leaves a term out of account between two databases; the gene is human, so its proteins are.
  { name: 'HumanProteinsOfAGene', take: linksNamed('gene_protein'), same: ({ gene }) => uidsOf(gene.human) },
  { name: 'LinkOutOfAPaper', take: PAGES, same: ({ pubmed }) => pubmed.linkOut.map(({ url }: Data) => url) },
  { name: 'PublisherPage', take: PAGES, same: ({ pubmed }) => [pubmed.primaryLinkOut.url] },
  { name: 'RecordsByNames', take: SUMMARIES, same: ({ records }) => records.gene.map(({ uid }: Data) => uid) },
  {
    name: 'ResolveNames',
    take: SUMMARIES,
    same: ({ resolve }) =>
      resolve
        .filter(({ input }: Data) => input.startsWith('10.'))
        .flatMap(({ matches }: Data) => matches.map(({ record }: Data) => record.curie.replace('pubmed:', ''))),
  },
  { name: 'RelatedArticles', take: SUMMARIES, same: ({ pubmed }) => ['8023157', ...uidsOf(pubmed.related)] },
  { name: 'RelatedInYears', take: linksNamed('pubmed_pubmed'), same: ({ pubmed }) => uidsOf(pubmed.related) },
  {
    name: 'SearchToGenes',
    take: SUMMARIES,
    same: ({ search }) => search.pubmed.nodes.flatMap(({ gene }: Data) => uidsOf(gene)),
  },
  {
    name: 'StructuresOfAProtein',
    take: linksNamed('protein_structure'),
    same: ({ protein }) => uidsOf(protein.structure),
  },
  { name: 'WithAnApiKey', take: linksNamed('pubmed_gene'), same: ({ pubmed }) => uidsOf(pubmed.gene) },
];

/** Lines of Python: what is taken from their parsed answers, and what of the gateway's answer must be the same. */
const PYTHON: readonly {
  readonly name: string;
  readonly take: (answer: Data) => unknown[];
  readonly same: (data: Data) => unknown[];
}[] = [
  {
    name: 'AnyRecord',
    take: ([set]) => linksOf(set, 'gene_omim'),
    same: ({ nodes: [gene] }) => uidsOf(gene.links),
  },
  {
    name: 'CitedIn',
    // The example orders by date, ELink by uid.
    take: ([set]) => linksOf(set, 'pubmed_pubmed_citedin').toSorted(),
    same: ({ pubmed }) => uidsOf(pubmed.citedIn).toSorted(),
  },
  {
    name: 'ClosestArticles',
    take: ([{ LinkSetDb }]) =>
      LinkSetDb.find(({ LinkName }: Data) => LinkName === 'pubmed_pubmed')
        .Link.map(({ Id, Score }: Data) => [Id, Number(Score)])
        .filter(([, score]: Data) => score !== SELF),
    same: ({ pubmed }) => pubmed.related.edges.map(({ node, score }: Data) => [node.uid, score]),
  },
  {
    name: 'LinkOutOfAGene',
    take: ([{ IdUrlList }]) =>
      IdUrlList.IdUrlSet[0].ObjUrl.map(({ Url, LinkName, Category, Provider }: Data) => ({
        url: Url.text,
        linkName: LinkName,
        categories: Category,
        provider: { name: Provider.Name },
      })),
    same: ({ gene }) => gene.linkOut,
  },
  {
    name: 'PapersOfAGene',
    take: ([set]) => linksOf(set, 'gene_pubmed'),
    same: ({ gene }) => uidsOf(gene.pubmed),
  },
];

/** Examples about the gateway itself, whose answers other clients do not have. */
const ABOUT_THE_GATEWAY = ['PlanATraversal', 'RateLimit'];
const comparable = [...examples.keys()].filter((name) => !ABOUT_THE_GATEWAY.includes(name));

it.each(comparable)('%s is compared with the line that it replaces', (name) => {
  expect(readFileSync(new URL(import.meta.url), 'utf8')).toContain(`'${name}'`);
});

describe.skipIf(isMissing('edirect', 'biopython'))('what other clients answer (needs EDirect and Biopython)', () => {
  let gateway: RunningGateway;
  let edirect: EDirect;
  let biopython: Biopython;
  beforeAll(async () => {
    gateway = await RunningGateway.start({ sandbox: { rps: 0, keyedRps: 0 } });
    edirect = new EDirect(gateway.sandbox.url);
    biopython = new Biopython(gateway.sandbox.url);
  });
  afterAll(async () => {
    await biopython[Symbol.asyncDispose]();
    edirect[Symbol.dispose]();
    await gateway[Symbol.asyncDispose]();
  });

  /** What the gateway answers to an example whose lists are made whole. */
  async function ask(name: string, variables?: object): Promise<Data> {
    const { data, errors } = await gateway.query(withWholeLists(example(name).query), variables);
    expect(errors).toBeUndefined();
    return data;
  }

  it.each(SHELL)('$name has the ids of the line that it replaces', async ({ name, take, same }) => {
    const theirs = await edirect.lines(`${example(name).line} | ${take}`, { NCBI_API_KEY: 'key-of-a-test' });
    expect(theirs).not.toEqual([]);
    expect(distinct(same(await ask(name)))).toEqual(distinct(theirs));
  });

  it.each(PYTHON)('$name has the values of the line that it replaces', async ({ name, take, same }) => {
    const theirs = take(await biopython.read(example(name).line));
    expect(theirs).not.toEqual([]);
    expect(same(await ask(name))).toEqual(theirs);
  });

  it('GenesOfManyPapers gives each paper the genes that its own link set has', async () => {
    const pmids = ['22417847', '19966300', '8023157'];
    const [sets] = await biopython.read(example('GenesOfManyPapers').line, { pmids });
    const theirs = sets.map((set: Data) => [set.IdList[0], linksOf(set, 'pubmed_gene')]);
    const { records } = await ask('GenesOfManyPapers');
    expect(records.pubmed.map(({ uid, gene }: Data) => [uid, uidsOf(gene)])).toEqual(theirs);
    expect(theirs.map(([pmid]: Data) => pmid)).toEqual(pmids);
  });

  it('ConnectTwoGenes leads over the papers that the link sets of both genes hold', async () => {
    const { line, query } = example('ConnectTwoGenes');
    const shared = await edirect.lines(`${line} | ${linksNamed('gene_pubmed')} | sort | uniq -d`);
    const { data } = await gateway.query(query, { first: 100 });
    const between = data?.paths.paths.map(({ records }: Data) => records[1].curie.replace('pubmed:', ''));
    expect(shared.length).toBeGreaterThan(3);
    expect(between.toSorted()).toEqual(shared.toSorted());
  });

  it('ManyGenes gives each gene the conditions that its own link set has', async () => {
    const sets = await edirect.lines(
      `${example('ManyGenes').line} | xtract -pattern LinkSet -element IdList/Id Link/Id`,
    );
    const { records } = await ask('ManyGenes');
    expect(sets).toHaveLength(3);
    expect(records.gene.map(({ uid, omim }: Data) => [uid, ...uidsOf(omim)].join('\t'))).toEqual(sets);
  });

  it('Catalog has all link names that EInfo has', async () => {
    const [text = ''] = await edirect.lines(`${example('Catalog').line} | tr -d '\n'`);
    const [{ linklist }] = JSON.parse(text).einforesult.dbinfo;
    const { linkNames } = await ask('Catalog');
    expect(linklist.length).toBeGreaterThan(0);
    expect(linkNames).toEqual(
      expect.arrayContaining(
        linklist.map(({ name, menu, dbto }: Data) => expect.objectContaining({ name, label: menu, to: dbto })),
      ),
    );
  });

  it('Routes begin with link names that EInfo has', async () => {
    const [text = ''] = await edirect.lines(`${example('Routes').line} | tr -d '\n'`);
    const known = [...text.matchAll(/"name": ?"(clinvar_[^"]+)"/g)].map(([, name]) => name);
    const { routes } = await ask('Routes');
    const first = routes.map(({ hops }: Data) => hops[0].link.name);
    expect(first).toHaveLength(3);
    expect(known).toEqual(expect.arrayContaining(first));
  });

  it('LibraryLinks is refused in both', async () => {
    const refusal = await edirect.lines(`${example('LibraryLinks').line} | xtract -pattern LinkSet -element ERROR`);
    expect(refusal.join(' ')).toContain('llinkslib command not supported');
    const { data, errors } = await gateway.query(example('LibraryLinks').query);
    expect(data?.pubmed.libraryLinks).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNSUPPORTED_COMMAND']);
  });

  it('StoreSearch and LinkStoredSearch store what the lines that they replace store', async () => {
    const [found] = await edirect.lines(
      `${example('StoreSearch').line} | xtract -pattern eSearchResult -element Count QueryKey WebEnv`,
    );
    const [count, queryKey, webEnv = ''] = found?.split('\t') ?? [];
    expect(queryKey).toBe('1');
    const { history } = await ask('StoreSearch');
    expect(String(history.search.count)).toBe(count);

    const stored = await edirect.lines(
      `${example('LinkStoredSearch').line} | xtract -pattern LinkSetDbHistory -if LinkName -equals pubmed_gene -element QueryKey`,
      { WEBENV: webEnv },
    );
    const theirs = await storedUids('gene', webEnv, stored[0]);
    const { history: linked } = await ask('LinkStoredSearch', { webEnv, queryKey });
    expect(theirs).toHaveLength(linked.links.count);
    expect(await storedUids('gene', linked.links.webEnv, linked.links.queryKey)).toEqual(theirs);
  });

  it('StoreLinks stores what the line that it replaces stores', async () => {
    const [stored] = await edirect.lines(
      `${example('StoreLinks').line} | xtract -pattern LinkSet -if LinkSetDbHistory/LinkName -equals pubmed_gene -element WebEnv -first LinkSetDbHistory/QueryKey`,
    );
    const [webEnv, queryKey] = stored?.split('\t') ?? [];
    const theirs = await storedUids('gene', webEnv, queryKey);
    const { history } = await ask('StoreLinks');
    expect(theirs).toHaveLength(history.links.count);
    expect(await storedUids('gene', history.links.webEnv, history.links.queryKey)).toEqual(theirs);
  });

  it('TextAndSequence has the residues of the line that it replaces', async () => {
    const theirs = await edirect.lines(example('TextAndSequence').line);
    const { protein } = await ask('TextAndSequence');
    expect(protein.fasta.trim().split('\n')).toEqual(theirs);
  });

  async function storedUids(db: string, webEnv = '', queryKey = ''): Promise<readonly string[]> {
    const uids = await biopython.read(
      'Entrez.efetch(db=db, rettype="uilist", retmode="text", webenv=webEnv, query_key=queryKey)',
      { db, webEnv, queryKey },
    );
    return uids.split('\n').filter((uid: string) => uid !== '');
  }
});

function example(name: string): ExampleLine {
  const found = examples.get(name);
  if (found === undefined) {
    throw new Error(`no example has the operation ${name}`);
  }
  return found;
}
