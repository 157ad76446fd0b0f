import type { GraphQLSchema } from 'graphql';

import type { AnswerWriter } from './answer-writer.js';
import { Mistakes, type Written } from './document.js';
import { answersAsJson, oneAnswerAsJson } from './json-writer.js';
import { ndjsonWriter } from './ndjson-writer.js';
import { rowsPath } from './rows-path.js';
import { shapeOf } from './shape.js';
import { Table } from './table.js';
import { csvWriter, tsvWriter } from './table-writer.js';

export const FORMATS = ['json', 'ndjson', 'csv', 'tsv'] as const;

export type Format = (typeof FORMATS)[number];

/**
 * The writer of a format.
 *
 * @param rows - The path of the list that makes lines or rows.
 * @param inParts - Whether the answers are to several operations.
 * @throws Mistakes when the answer has no such list, or the format no lines.
 */
export function chooseWriter(
  format: Format,
  schema: GraphQLSchema,
  { document, operation }: Written,
  rows: string | undefined,
  inParts: boolean,
): AnswerWriter {
  const shape = shapeOf(schema, document, operation);
  switch (format) {
    case 'json':
      if (rows !== undefined) {
        throw new Mistakes('--rows is for --format ndjson, csv and tsv.');
      }
      return inParts ? answersAsJson() : oneAnswerAsJson();
    case 'ndjson':
      return ndjsonWriter(rowsPath(shape, rows));
    case 'csv':
      return csvWriter(new Table(shape, rows === undefined ? undefined : rowsPath(shape, rows)));
    case 'tsv':
      return tsvWriter(new Table(shape, rows === undefined ? undefined : rowsPath(shape, rows)));
  }
}
