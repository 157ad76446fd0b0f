import { type Answer, element, xmlAnswer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import { articlesAnswer } from './articles.js';
import { identicalProteinsAnswer, identicalProteinsTable } from './identical-proteins.js';
import { sequencesAnswer } from './sequences.js';
import { taxaAnswer } from './taxa.js';
import { esummary } from './esummary.js';
import type { Parameters } from '../http/parameters.js';
import { pageOf, storedInput } from '../history/stored-input.js';
import { UNREADABLE, uidOf } from './uids.js';

/** The most records of a stored set in one answer (manual). */
const LARGEST_PAGE = 10_000;
/** NCBI's answer when no id can be used (protocol: recorded 2026). */
const NO_USABLE_ID = 'ID+list+is+empty!+Possibly+it+has+no+correct+IDs.\n';

/**
 * `efetch.fcgi`: full records as far as the sample has them.
 *
 * - PubMed: articles in XML, with a text that says what it is in place of an abstract; affiliations, ORCIDs, grants and MeSH
 *   headings of those in `sample/articles.json`.
 * - protein, nuccore: FASTA as text or XML (`TSeqSet`) of the few sequences in the sample.
 * - protein: the report `ipg` as XML or a table.
 * - taxonomy: taxa with their lineages in XML.
 * - every database: `rettype=uilist` and `rettype=docsum`.
 *
 * Other reports are refused in the form of NCBI's errors.
 */
export function efetch(params: Parameters, context: SandboxContext): Answer {
  const named = params.get('db') ?? 'pubmed';
  const db = context.catalog.database(named)?.name;
  if (db === undefined) {
    return failure(`Invalid db name specified: ${named}`);
  }
  const rettype = params.get('rettype')?.toLowerCase() ?? '';
  if (rettype === 'docsum') {
    return esummary(params, context);
  }
  const stored = storedInput(params, db, context);
  if (stored !== undefined && 'error' in stored) {
    return failure(stored.error);
  }
  const ids = stored === undefined ? params.ids : pageOf(stored.uids, params, LARGEST_PAGE);
  if (ids.length === 0) {
    return failure('Supplied id parameter is empty.', 200);
  }
  const uids = ids
    .map((id) => uidOf(db, id, context))
    .filter((uid) => uid !== undefined)
    .filter((uid) => uid !== UNREADABLE);
  if (uids.length === 0) {
    return { status: 400, type: 'text', body: NO_USABLE_ID };
  }

  const asText = params.get('retmode')?.toLowerCase() === 'text';
  if (rettype === 'uilist') {
    return asText ? { type: 'text', body: `${uids.join('\n')}\n` } : uidList(uids);
  }
  if (db === 'pubmed' && !asText && ['', 'xml', 'full', 'abstract', 'medline'].includes(rettype)) {
    return articlesAnswer(uids, context.graph);
  }
  if ((db === 'protein' || db === 'nuccore') && rettype === 'fasta') {
    return sequencesAnswer(db, uids, params, context.graph) ?? failure(noSequence(ids));
  }
  if (db === 'protein' && rettype === 'ipg') {
    return asText ? identicalProteinsTable(uids, context.graph) : identicalProteinsAnswer(uids, context.graph);
  }
  if (db === 'taxonomy' && !asText && ['', 'xml', 'full'].includes(rettype)) {
    return taxaAnswer(uids, context.graph);
  }
  return failure(`Report '${rettype}' not found in '${db}' presentation of the entrez-graph sandbox`);
}

function uidList(uids: readonly string[]): Answer {
  const ids = uids.map((uid) => `${element('Id', uid)}\n`).join('');
  return { type: 'xml', body: `<?xml version="1.0" ?>\n<IdList>\n${ids}</IdList>\n` };
}

function noSequence(ids: readonly string[]): string {
  return `The entrez-graph sandbox holds no sequence of ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ' ...' : ''}`;
}

/** A failure under status 400, as NCBI sends most of them here (protocol: recorded 2024). */
function failure(message: string, status = 400): Answer {
  return { ...xmlAnswer('eFetchResult', `\n\t${element('ERROR', message)}\n`), status };
}
