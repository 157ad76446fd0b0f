import type { Gateway } from '../../server/gateway.js';
import type { AnswerWriter } from './answer-writer.js';
import type { Asked } from './asked.js';
import { chooseWriter } from './choose-writer.js';
import { readDocument, type Written } from './document.js';
import { type Parts, partsOf } from './parts.js';

/** A query that can be run. */
export interface Prepared {
  readonly written: Written;
  readonly parts: Parts;
  readonly writer: AnswerWriter;
}

/**
 * Finds every mistake that can be found before anything is asked.
 *
 * @throws Mistakes of the document, its variables or its ids, or of how it is to be written.
 */
export function prepareQuery(
  gateway: Gateway,
  { file, text, operationName, variables, ids, format, rows }: Asked,
): Prepared {
  const { schema } = gateway;
  const written = readDocument(gateway, text, file, operationName);
  const parts = partsOf(schema, written, variables, ids);
  return { written, parts, writer: chooseWriter(format, schema, written, rows, ids !== undefined) };
}
