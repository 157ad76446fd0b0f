import { type Article, articlesRequest, readArticles } from '../../eutils/records/efetch-articles.js';
import {
  attributeSequences,
  readSequences,
  type SequenceEntry,
  sequencesRequest,
} from '../../eutils/records/efetch-sequences.js';
import { identicalProteinsRequest, type ProteinGroup, readIdenticalProteins } from '../../eutils/records/efetch-ipg.js';
import { readTaxa, type Taxon, taxaRequest } from '../../eutils/records/efetch-taxa.js';
import { approximateBytes } from '../values/approximate-bytes.js';
import type { Engine, LoaderDefinition } from '../loader-registry.js';
import { recordsDefinition } from './records.js';

/** Whole records in one call: some are hundreds of kilobytes long. */
export const ARTICLE_BATCH = { start: 200, max: 200 };

/** Whole PubMed records: abstracts, MeSH headings, references. */
export function articlesDefinition(engine: Engine): LoaderDefinition<void, Article> {
  return recordsDefinition({
    kind: 'article',
    nameOf: () => 'efetch pubmed',
    dbOf: () => 'pubmed',
    batchSize: ARTICLE_BATCH,
    about: (_none, uids) => ({ request: articlesRequest(uids), decode: (body) => readArticles(body, uids) }),
    onMissing: 'UNKNOWN_ID',
    weigh: (article) => ({ size: approximateBytes(article), ttl: engine.ttls.summaries }),
  });
}

/** Taxa in one call: each has some 20 kB with its names and lineage. */
export const TAXON_BATCH = { start: 200, max: 200 };

/** Taxa with their lineages. */
export function taxaDefinition(engine: Engine): LoaderDefinition<void, Taxon> {
  return recordsDefinition({
    kind: 'taxon',
    nameOf: () => 'efetch taxonomy',
    dbOf: () => 'taxonomy',
    batchSize: TAXON_BATCH,
    about: (_none, uids) => ({ request: taxaRequest(uids), decode: (body) => readTaxa(body, uids) }),
    onMissing: 'UNKNOWN_ID',
    weigh: (taxon) => ({ size: approximateBytes(taxon), ttl: engine.ttls.summaries }),
  });
}

/** Proteins in one call: the groups of some have thousands of members. */
export const IDENTICAL_PROTEIN_BATCH = { start: 50, max: 100 };

/** Identical proteins by accession.version, the name that reports give back (protocol-2 section 2: recorded 2018). */
export function identicalProteinsDefinition(engine: Engine): LoaderDefinition<void, ProteinGroup> {
  return recordsDefinition({
    kind: 'identical proteins',
    nameOf: () => 'efetch ipg',
    dbOf: () => 'protein',
    batchSize: IDENTICAL_PROTEIN_BATCH,
    about: (_none, accessions) => ({
      request: identicalProteinsRequest(accessions),
      decode: (body) => readIdenticalProteins(body, accessions),
    }),
    // The accession is that of a summary: the protein exists.
    onMissing: 'MALFORMED_RESPONSE',
    weigh: (group) => ({ size: approximateBytes(group), ttl: engine.ttls.summaries }),
  });
}

/** A stretch of the sequences of a database; the whole where no end is given. Positions count from 1 and are included. */
export interface SequenceParams {
  readonly db: string;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Sequences in one call: a chromosome alone has hundreds of megabytes. */
export const SEQUENCE_BATCH = { start: 20, max: 20 };

/** Sequences by accession.version, the only name of theirs that NCBI gives back (protocol: recorded 2026). */
export function sequencesDefinition(engine: Engine): LoaderDefinition<SequenceParams, SequenceEntry> {
  return recordsDefinition({
    kind: 'sequence',
    nameOf: ({ db, from, to }) => `efetch fasta ${db} ${from ?? ''}-${to ?? ''}`,
    dbOf: ({ db }) => db,
    batchSize: SEQUENCE_BATCH,
    about: (variant, accessions) => ({
      request: sequencesRequest({ ...variant, uids: accessions }),
      decode: async (body) => attributeSequences(await readSequences(body, { ...variant, uids: accessions })),
    }),
    // The accession is that of a summary: the record exists.
    onMissing: 'MALFORMED_RESPONSE',
    weigh: (entry) => ({ size: approximateBytes(entry), ttl: engine.ttls.summaries }),
  });
}
