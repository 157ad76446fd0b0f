import { parse } from 'graphql';

import type { EntrezError } from '../../eutils/failures/errors.js';
import { EntrezRecord } from '../../schema/core/record.js';
import { type Outcome, readReadings, resolveName } from '../../schema/lookup/resolve.js';
import { block } from '../answer/answer.js';
import { row } from '../answer/table.js';
import type { Shown, ToolCall } from '../call.js';
import { readDatabase } from '../input/database.js';
import { optional, text, texts } from '../input/arguments.js';
import { failed } from './status.js';
import { cursor, MAX_CALLS, type Tool } from './tool.js';

const MAX_TEXTS = 50;
/** Databases that are searched for words, unless the caller names some. */
const SEARCHED = ['medgen', 'pubmed'];
const MAX_DATABASES = 5;
/** Hits of a search that are shown. */
const HITS = 5;

/** What only the query language of Entrez has. */
const QUERY_LANGUAGE = /\[[\w ]+\]|\b(?:AND|OR|NOT)\b/;

const args = {
  texts: texts(MAX_TEXTS),
  in: optional(texts(MAX_DATABASES, { description: 'databases' })),
  organism: optional(text({ description: 'of symbols; default human' })),
  cursor,
};

/** The records of identifiers and words. */
export const findTool: Tool<typeof args> = {
  name: 'find',
  title: 'Find records by identifiers or words',
  description: `Records of up to ${MAX_TEXTS} identifiers (CURIE, accession, DOI, PMID:…, rs number, gene symbol, taxon, URL) or words. Returns id, the CURIE that other tools take. Several lines of one text are candidates: choose. Words are searched in the databases of "in" (query language of Entrez allowed), by default ${SEARCHED.join(', ')}.`,
  args,
  maxCalls: () => MAX_CALLS,
  run: async ({ texts: given, in: databases, organism }, call) => {
    const within = databases?.map((name, index) => readDatabase(call.gateway.catalog, name, `in[${index}]`).name);
    const unique = [...new Set(given.map((each) => each.trim()))];
    const found = await Promise.all(unique.map((each) => findOne(each, within, organism, call)));
    return { blocks: [block(found.flat(), 'text\tstatus\tid\tdb\ttitle\thow')] };
  },
};

interface Searched {
  readonly search: Readonly<
    Record<string, { readonly totalCount: number; readonly nodes: readonly { readonly uid: string }[] } | null>
  >;
}

async function findOne(
  given: string,
  within: readonly string[] | undefined,
  organism: string | undefined,
  call: ToolCall,
): Promise<readonly string[]> {
  try {
    if (within && QUERY_LANGUAGE.test(given)) {
      return await searchLines(given, within, call);
    }
    const readings = readReadings({ argument: 'texts', value: given, scope: organism }, within && [...new Set(within)]);
    const outcome = await resolveName(readings, call.context);
    const [match] = outcome.matches;
    if (match) {
      const lines = await matchLines(given, outcome, call);
      // A word that no gene has may be more than the taxon of that name: Glaucoma is a genus, too.
      const isGuess = within === undefined && readings.names[0]?.db !== match.record.db;
      return isGuess ? [...lines, ...(await searchLines(given, SEARCHED, call))] : lines;
    }
    const isWords = /\p{L}/u.test(given) && !/^(?:https?:|[\w.-]+:\S+$)/i.test(given);
    const isName = readings.names.some((name) => !['symbol', 'name', 'uid', 'title', 'term'].includes(name.kind));
    if (isWords && !isName) {
      return await searchLines(given, within ?? SEARCHED, call);
    }
    // A uid is of no record, and a name without any form was not looked for.
    const status = readings.names.every((name) => 'uid' in name) ? 'unknown' : 'none';
    return [row([given, status, '', readings.names[0]?.db, '', outcome.note])];
  } catch (error) {
    return [row([given, ...failedCells(call.countFailure(error))])];
  }
}

async function matchLines(given: string, { matches, note }: Outcome, call: ToolCall): Promise<readonly string[]> {
  const shown = await Promise.all(matches.map(({ record }) => call.show(record)));
  return shown.map((record, index) => {
    const remark = index === 0 && note !== null ? `; ${note}` : '';
    return foundLine(given, record, `${matches[index]?.how.toLowerCase()}${remark}`);
  });
}

async function searchLines(term: string, databases: readonly string[], call: ToolCall): Promise<readonly string[]> {
  const lines = await Promise.all(
    databases.map(async (db) => {
      const document = parse(
        `query McpSearch($term: String!) { search { ${db}(term: $term, first: ${HITS}) { totalCount nodes { uid } } } }`,
      );
      const { data, errors: [error] = [] } = await call.execute(document, { term });
      const hits = (data as Searched | null | undefined)?.search[db];
      if (!hits) {
        return [row([term, 'failed', '', db, '', `${String(error?.extensions.code)}: ${error?.message}`])];
      }
      if (hits.nodes.length === 0) {
        return [row([term, 'none', '', db, '', 'search'])];
      }
      const shown = await Promise.all(hits.nodes.map(({ uid }) => call.show(new EntrezRecord(db, uid))));
      return shown.map((record, index) => foundLine(term, record, `search ${index + 1} of ${hits.totalCount}`));
    }),
  );
  return lines.flat();
}

/** A missing title is not an empty one: the line says what failed. */
function foundLine(given: string, { db, curie, title, failure }: Shown, how: string): string {
  return row([given, 'found', curie, db, title, failure ? `${how}; title failed: ${failure.code}` : how]);
}

function failedCells(error: EntrezError) {
  const [status, why] = failed(error);
  return [status, '', '', '', why];
}
