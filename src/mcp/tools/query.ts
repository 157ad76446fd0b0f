import { type DocumentNode, GraphQLError } from 'graphql';

import { inSlices } from '../../eutils/body/slices.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import { type Plan, planSteps } from '../../schema/cost/estimate.js';
import type { WrittenOperation } from '../../schema/cost/read-operation.js';
import { parseDocument } from '../../schema/limits/document-limits.js';
import type { Answer } from '../answer/answer.js';
import { block } from '../answer/answer.js';
import { outline } from '../answer/outline.js';
import { oneLine } from '../answer/table.js';
import { codeOf, type ToolCall } from '../call.js';
import { anyObject, optional, text, wholeNumber } from '../input/arguments.js';
import { linkNamesIn, storesSets } from '../link-fields.js';
import { cursor, type Tool } from './tool.js';

const DEFAULT_CALLS = 20;
const MAX_DOCUMENT = 50_000;
/** Mistakes of a document, and failures of its result, that an answer lists. */
const LISTED = 8;

const args = {
  document: text({ max: MAX_DOCUMENT }),
  variables: optional(anyObject()),
  operationName: optional(text({ max: 100 })),
  maxCalls: optional(wholeNumber(1, 1000, { description: `NCBI requests, default ${DEFAULT_CALLS}` })),
  cursor,
};

/** Runs a GraphQL query. */
export const queryTool: Tool<typeof args> = {
  name: 'query',
  title: 'Run a GraphQL query',
  description:
    'Runs one GraphQL query, for what the other tools do not do; see schema. An invalid one, or one that may need more than maxCalls, is not run: its mistakes or its plan come back.',
  args,
  maxCalls: ({ maxCalls = DEFAULT_CALLS }) => maxCalls,
  run: async ({ document: written, variables = {}, operationName, maxCalls = DEFAULT_CALLS }, call) => {
    const { gateway } = call;
    if (gateway.config.TRUSTED_DOCUMENTS !== undefined) {
      throw new EntrezError('BAD_USER_INPUT', 'This server runs only trusted documents. Use the other tools.');
    }
    const document = readDocument(written, call);
    const plan = await planOf({ query: written, variables, operationName }, call);
    const linkNames = linkNamesIn(document, gateway.schema, gateway.catalog);
    if (plan.calls.worst > maxCalls) {
      return { ...describePlan(plan, maxCalls), linkNames };
    }
    const { data, errors = [] } = await call.execute(document, variables, operationName);
    const failures = errors.map(describeFailure);
    return {
      blocks: [block(outline(data)), block(failures)],
      linkNames,
    };
  },
};

/** @throws EntrezError that names the arguments as this tool has them. */
async function planOf(written: WrittenOperation, { context, gateway }: ToolCall): Promise<Plan> {
  try {
    return await inSlices(planSteps(written, context, gateway.schema));
  } catch (error) {
    if (error instanceof EntrezError) {
      throw new EntrezError(error.code, error.message.replace(/^Argument "query"/, 'Argument "document"'));
    }
    throw error;
  }
}

/** @throws EntrezError `BAD_USER_INPUT` with the mistakes of a document. */
function readDocument(written: string, { gateway }: ToolCall): DocumentNode {
  const document = parsed(written);
  const mistakes = gateway.validate(document);
  if (mistakes.length > 0) {
    const more = mistakes.length > LISTED ? ` And ${mistakes.length - LISTED} more.` : '';
    const listed = mistakes.slice(0, LISTED).map(describeMistake).join(' ');
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Argument "document" is not valid; nothing was run. ${listed}${more} See the tool schema.`,
    );
  }
  if (storesSets(document, gateway.schema)) {
    throw new EntrezError(
      'BAD_USER_INPUT',
      'Argument "document" selects "history", which stores sets at NCBI. Tools only read: leave it out.',
    );
  }
  return document;
}

function parsed(written: string): DocumentNode {
  try {
    return parseDocument(written);
  } catch (error) {
    if (error instanceof GraphQLError) {
      throw new EntrezError(
        'BAD_USER_INPUT',
        `Argument "document" is not valid; nothing was run. ${describeMistake(error)}`,
      );
    }
    throw error;
  }
}

function describeMistake({ message, locations = [] }: GraphQLError): string {
  const [place] = locations;
  return `${oneLine(message).slice(0, 300)}${place ? ` (line ${place.line}, column ${place.column})` : ''}`;
}

function describeFailure(error: GraphQLError): string {
  const { message, path = [] } = error;
  const code = codeOf(error);
  const status = code === 'UNKNOWN_ID' ? 'unknown' : 'failed';
  return `${status}: ${path.join('.')} ${code}: ${oneLine(message).slice(0, 300)}`;
}

function describePlan({ calls, seconds, levels, notes }: Plan, maxCalls: number): Omit<Answer, 'linkNames'> {
  const lines = levels.flatMap(({ questions }, level) =>
    questions.map(
      ({ utility, about, ids, calls: each }) =>
        `${level + 1}\t${utility} ${oneLine(about)}\t${ids.best}-${ids.worst}\t${each.best}-${each.worst}`,
    ),
  );
  return {
    head: [
      `Nothing was run: it needs ${calls.best} to ${calls.worst} requests to NCBI (${Math.ceil(seconds.best)} to ${Math.ceil(seconds.worst)} s), and maxCalls is ${maxCalls}. Raise maxCalls, or select smaller pages.`,
    ],
    blocks: [block(lines, 'level\tquestion\tids\tcalls')],
    notes: () => notes.slice(0, LISTED),
  };
}
