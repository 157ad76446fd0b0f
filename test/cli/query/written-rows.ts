import { buildSchema, Kind, parse } from 'graphql';

import type { Answer } from '../../../src/cli/query/answer.js';
import type { Format } from '../../../src/cli/query/input.js';
import { type InputList, inputLists, type InputsOfPart, piecesOf } from '../../../src/cli/query/inputs.js';
import { chooseWriter, type RowsChoice, type Writer } from '../../../src/cli/query/writers.js';
import { NOTHING_SPENT } from '../../../src/loading/operation/cost-report.js';
import { shapeOf } from '../../../src/rows/shape.js';

const schema = buildSchema(/* GraphQL */ `
  interface Node {
    id: ID!
  }
  type Gene implements Node {
    id: ID!
    symbol: String
    aliases: [String]
    places: [Place!]
    raw: JSON
    papers: Papers
    diseases: Diseases
  }
  type Place {
    start: Int
  }
  type Papers {
    totalCount: Int
    edges: [PaperEdge!]
    nodes: [Paper]
  }
  type PaperEdge {
    score: Int
    node: Paper!
  }
  type Paper implements Node {
    id: ID!
    title: String
    free: Boolean
    places: [Place!]
  }
  type Diseases {
    nodes: [Gene]
  }
  scalar JSON
  type Query {
    gene(id: ID, ids: [ID!]): Gene
    genes(ids: [ID!]!): [Gene]
    node: Node
    places: [Place!]
  }
`);

type Given = Partial<Pick<Answer, 'data' | 'errors'>>;

const NO_INPUTS: InputsOfPart = { inputs: [], start: 0 };

type Choice = Omit<RowsChoice, 'hasInputs'>;

/** The shape of an operation over the schema of these tests. */
export function readQuery(query: string) {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) {
    throw new Error('The operation must come first.');
  }
  return shapeOf(schema, document, operation);
}

/** What a writer makes of answers. */
export function all(
  writer: Writer,
  answers: readonly Given[],
  inputs = NO_INPUTS,
  lists: readonly InputList[] = [],
): string {
  const whole = answers.map((answer) => ({ data: null, errors: [], account: NOTHING_SPENT, ...answer }));
  return writer.format === 'json'
    ? writer.begin() + whole.map((answer) => writer.add(answer)).join('') + writer.end()
    : writer.begin() +
        whole
          .flatMap((answer) => [...piecesOf(answer, inputs, lists)])
          .flatMap((piece) => [...writer.add(piece)])
          .join('');
}

/** What a format makes of answers with these data. */
export function written(
  format: Exclude<Format, 'kgx'>,
  query: string,
  answers: readonly Given[],
  rows?: string,
): string {
  const hasInputs = format === 'json' && answers.length > 1;
  return all(chooseWriter(format, readQuery(query), { rows, hasInputs }), answers);
}

/** What a format makes of the answer to inputs, which the variable ids takes. */
export function writtenFor(
  inputs: readonly string[],
  answer: Given,
  {
    query,
    format = 'csv',
    start = 0,
    ...choice
  }: Choice & { query: string; format?: Exclude<Format, 'kgx'>; start?: number },
): string {
  const shape = readQuery(query);
  const writer = chooseWriter(format, shape, { ...choice, hasInputs: true });
  return all(writer, [answer], { inputs, start }, inputLists(shape, 'ids'));
}

/** An error as an answer has it. */
export const failure = (path: (string | number)[], code: string, uids?: string[]) => ({
  message: `${code} happened.`,
  path,
  extensions: { code, ...(uids && { uids }) },
});
