import type { Plugin } from 'graphql-yoga';

import type { ServerContext } from '../access/use-client-identity.js';
import { refusal } from '../access/refusal.js';
import { describeInexactNumber } from '../../schema/core/exact-numbers.js';
import { turns } from '../../turns.js';
import { bodyOf, readBody } from '../access/request-body.js';
import { DOCUMENT_IDS } from './use-trusted-documents.js';

const JSON_TYPE = /^application\/(?:graphql\+)?json\s*(?:;|$)/i;
/** Lists and objects inside each other in variables and extensions; those of the schema need four. */
const MAX_NESTING = 32;
/** Members of a body that mean something (GraphQL over HTTP). */
const PARAMETERS: readonly string[] = ['query', 'operationName', 'variables', 'extensions', ...DOCUMENT_IDS];

/**
 * Accepts GET and JSON bodies. Forms and plain texts, which any web page can send unasked, are refused with 415 before
 * they are read; JSON in a URL that is none, JSON that nests too deep to be walked through, and variables with a number that
 * was rounded when it was read, with 400: it could be the uid of another record.
 */
export function useJsonRequests(): Plugin<object, ServerContext> {
  return {
    onRequestParse({ request, serverContext, requestParser, setRequestParser }) {
      if (request.method === 'GET' && requestParser) {
        setRequestParser(async (got) => {
          const turn = turns.begin();
          if (turn) {
            await turn;
          }
          return parseUrl(got, requestParser);
        });
      } else if (request.method === 'POST') {
        if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) {
          throw refusal('UNSUPPORTED_MEDIA_TYPE', 'The body must be JSON, with content-type: application/json.', {
            status: 415,
          });
        }
        // Yoga's own reader resets the connection of a body that is too large, and quotes one that is no JSON.
        setRequestParser(async () =>
          ownParameters(await readBody(serverContext.req ?? bodyOf(request), serverContext.body)),
        );
      }
    },
    onParams({ params: { variables, extensions } }) {
      if (nestTooDeep(variables, extensions)) {
        throw refusal('BAD_REQUEST', `Variables and extensions may nest ${MAX_NESTING} levels.`, { status: 400 });
      }
      const mistake = describeInexactNumber(variables, 'variables');
      if (mistake !== undefined) {
        throw refusal('BAD_REQUEST', mistake, { status: 400 });
      }
    },
  };
}

/**
 * Leaves out what means nothing here: clients add members of their own, and send an empty name for none.
 *
 * @throws GraphQLError `BAD_REQUEST`, status 400, where nothing else is there: a misspelled member is not ignored.
 */
function ownParameters(body: object): object {
  if (Array.isArray(body)) {
    return body as readonly unknown[];
  }
  const members = Object.entries(body);
  const own = members.filter(([name]) => PARAMETERS.includes(name));
  if (own.length === 0 && members.length > 0) {
    throw refusal('BAD_REQUEST', 'The request has no document. Send its text as "query".', { status: 400 });
  }
  return Object.fromEntries(own.filter(([name, value]) => name !== 'operationName' || value !== ''));
}

function parseUrl<Params>(request: Request, parse: (request: Request) => Params): Params {
  try {
    return parse(request);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw refusal('BAD_REQUEST', 'The variables and extensions in the URL must be JSON.', { status: 400 });
    }
    throw error;
  }
}

/** Whether values nest deeper than any of the schema. Level by level: a walk that calls itself would run out of stack. */
export function nestTooDeep(...values: readonly unknown[]): boolean {
  let level = values;
  for (let depth = 0; depth <= MAX_NESTING; depth += 1) {
    level = level.flatMap((value): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) {
      return false;
    }
  }
  return true;
}
