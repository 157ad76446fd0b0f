import { articlesRequest, decodeArticles } from '../../../eutils/records/efetch-articles.js';
import { decodeSequences, sequencesRequest } from '../../../eutils/records/efetch-sequences.js';
import type { Belief } from '../belief.js';
import { must } from '../difference.js';
import type { Probe } from '../probe.js';
import { ARTICLE, PROTEIN } from '../sample-records.js';

/** How EFetch returns documents. */
export const documentBeliefs: readonly Belief[] = [
  {
    name: 'articles',
    says: 'EFetch returns each requested PubMed article under its PMID.',
    needs: ['post'],
    check: checkArticles,
  },
  {
    name: 'sequences',
    says: 'EFetch returns a protein sequence that was requested by its accession, under that accession.',
    needs: ['post'],
    check: checkSequences,
  },
];

async function checkArticles(probe: Probe): Promise<string> {
  const uids = [ARTICLE, '263638'];
  const articles = await probe.ask(articlesRequest(uids), (body) => decodeArticles(body, uids));
  must(
    uids.every((uid) => articles.has(uid)),
    `${articles.size} of ${uids.length} articles came.`,
  );
  return `${articles.size} articles`;
}

async function checkSequences(probe: Probe): Promise<string> {
  const question = { db: 'protein', uids: [PROTEIN] };
  const [entry, ...others] = await probe.ask(sequencesRequest(question), (body) => decodeSequences(body, question));
  must(
    entry !== undefined && others.length === 0,
    `NCBI sent ${others.length + (entry ? 1 : 0)} sequences for one accession.`,
  );
  must(
    entry.accession?.split('.')[0] === PROTEIN.split('.')[0],
    `The sequence is ${entry.accession ?? 'without accession'}.`,
  );
  return `${entry.sequence.length} letters`;
}
