import { describe, expect, it } from 'vitest';

import { RPS_WITH_KEY, RPS_WITHOUT_KEY } from '../../src/config.js';
import { MAX_SUMMARY_UIDS } from '../../src/eutils/records/esummary.js';
import { LONG_LIST } from '../../src/loading/long-lists/long-list.js';
import { CHECK_BATCH } from '../../src/loading/definitions/checks.js';
import {
  ARTICLE_BATCH,
  IDENTICAL_PROTEIN_BATCH,
  SEQUENCE_BATCH,
  TAXON_BATCH,
} from '../../src/loading/definitions/documents.js';
import { LOOKUP_BATCH } from '../../src/loading/definitions/search-apart.js';
import { FILTER_BATCH } from '../../src/loading/definitions/filter.js';
import { LINK_OUT_BATCH } from '../../src/loading/definitions/link-out.js';
import { LINK_BATCH, NEIGHBOUR_BATCH } from '../../src/loading/definitions/links.js';
import {
  MAX_ALIASES,
  MAX_DEFINITIONS,
  MAX_DEPTH,
  MAX_DIRECTIVES,
  MAX_OPERATIONS,
  MAX_TOKENS,
} from '../../src/schema/limits/document-limits.js';
import { MAX_LINKED, MAX_POSTED } from '../../src/schema/history/history-arguments.js';
import { MAX_SETS } from '../../src/schema/graph/link-set/link-set-request.js';
import { MAX_WAYS } from '../../src/schema/graph/paths/path-request.js';
import { MAX_FIELDS, MAX_LISTED } from '../../src/schema/limits/node-limit.js';
import { DEFAULT_PAGE, MAX_PAGE } from '../../src/schema/core/paging.js';
import { MAX_RECORDS } from '../../src/schema/records/list-roots.js';
import { PUBMED_WINDOW } from '../../src/eutils/search/search-page.js';
import { MAX_RESIDUES } from '../../src/schema/documents/sequence-fields.js';
import { MAX_CONNECTIONS, REQUEST_LIMITS, MAX_PIPELINED } from '../../src/server/http/connections.js';
import { MAX_UNPROVEN_KEYS } from '../../src/server/access/caller-keys.js';
import { MAX_LENGTH } from '../../src/server/execution/use-introspection.js';
import { VALUES_PER_FAILURE, VALUES_PER_MB } from '../../src/schema/limits/value-budget.js';
import { MAX_PARTS } from '../../src/server/plugins/use-rewritten-documents.js';
import { MAX_IN_FLIGHT_BYTES } from '../../src/server/plugins/use-documents-in-flight.js';
import { MAX_BYTES, MAX_ENTITIES_BYTES } from '../../src/server/access/request-body.js';
import { MAX_QUEUED_BATCHES } from '../../src/upstream/client-pool.js';
import { readFile, readPage, rowsOf } from './pages.js';

const KIB = 1024;
const page = readPage('docs/limits.md');
const rows = rowsOf(page);

/** The cells beside the heading of a row. */
function beside(heading: string): string {
  const row = rows.find(([first]) => first === heading);
  expect(row, heading).toBeDefined();
  return row?.slice(1).join(' | ') ?? '';
}

describe('docs/limits.md', () => {
  it.each([
    ['records of one page (first, last)', MAX_PAGE],
    ['records of one page (first, last)', DEFAULT_PAGE],
    ['ids in one list (uids, ids)', MAX_RECORDS],
    ['links that a search looks through record by record', LONG_LIST],
    ['residues of one sequence', MAX_RESIDUES],
    ['tokens of a document', MAX_TOKENS],
    ['operations and fragments of a document', MAX_DEFINITIONS],
    ['operations of a document', MAX_OPERATIONS],
    ['introspection', MAX_LENGTH / KIB / KIB],
    ['values of a response per MB of that', VALUES_PER_MB],
    ['parts of a streamed response', MAX_PARTS],
    ['errors of a response per MB of that', Math.floor(VALUES_PER_MB / VALUES_PER_FAILURE)],
    ['documents of all running operations', MAX_IN_FLIGHT_BYTES / KIB / KIB],
    ['API keys that NCBI has not accepted', MAX_UNPROVEN_KEYS],
    ['levels of a document', MAX_DEPTH],
    ['aliases of a document', MAX_ALIASES],
    ['directives of a document', MAX_DIRECTIVES],
    ['fields, fragments spread out', MAX_FIELDS],
    ['lists of one linkSet', MAX_SETS],
    ['sources of the lists of one linkSet', MAX_RECORDS],
    ['entries of all lists in its arguments', MAX_LISTED],
    ['ways of paths over the link names in via', MAX_WAYS],
    ['hits of a PubMed search', PUBMED_WINDOW],
    ['ids in one ESummary call', MAX_SUMMARY_UIDS],
    ['ids that can be posted to a set', MAX_POSTED],
    ['links from a stored set', MAX_LINKED],
    ['requests a second', RPS_WITHOUT_KEY],
    ['requests a second', RPS_WITH_KEY],
    ['body of a request', MAX_BYTES / KIB],
    ['body that requests entities', MAX_ENTITIES_BYTES / KIB],
    ['head of a request', (REQUEST_LIMITS.maxHeaderSize ?? 0) / KIB],
    ['connections', MAX_CONNECTIONS],
    ['requests of a connection that wait for the one before', MAX_PIPELINED],
    ['batches that wait for a slot', MAX_QUEUED_BATCHES],
  ])('names the limit of %s: %d', (heading, limit) => {
    expect(beside(heading)).toMatch(new RegExp(`(?<![\\d,])${limit.toLocaleString('en')}(?!,?\\d)`));
  });

  it.each([
    ['links between two databases', LINK_BATCH],
    ['links within one database, such as similar articles', NEIGHBOUR_BATCH],
    ['which links there are, whether there are any', CHECK_BATCH],
    ['pages outside NCBI', LINK_OUT_BATCH],
    ['articles', ARTICLE_BATCH],
    ['taxa', TAXON_BATCH],
    ['identical proteins', IDENTICAL_PROTEIN_BATCH],
    ['sequences', SEQUENCE_BATCH],
    ['names to be looked up', LOOKUP_BATCH],
    ['records to be filtered', FILTER_BATCH],
  ])('names the sizes of a batch of %s', (heading, { start, max }) => {
    expect(rows).toContainEqual([heading, String(start), String(max)]);
  });

  it('names the size of the sample', () => {
    const { records } = JSON.parse(readFile('sample/graph.json')) as { records: Record<string, object> };
    const count = Object.values(records).reduce((sum, each) => sum + Object.keys(each).length, 0);
    expect(page.text).toContain(`${(Math.round(count / 100) * 100).toLocaleString('en')} records`);
  });
});
