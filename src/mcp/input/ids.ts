import type { EntrezError } from '../../eutils/failures/errors.js';
import { type EntrezRecord } from '../../schema/core/record.js';
import { lookUp } from '../../schema/lookup/lookup.js';
import { readAnywhere } from '../../schema/lookup/read-name.js';
import type { RecordName } from '../../schema/lookup/record-name.js';
import { oneLine } from '../answer/table.js';
import type { ToolCall } from '../call.js';
import { wrong } from './wrong.js';

/** A record that a caller named, or why there is none. */
export interface NamedRecord {
  /** As the caller wrote it, in one line. */
  readonly id: string;
  readonly record: EntrezRecord | EntrezError;
}

/**
 * Finds the records of ids. Each id counts once.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the first id that has no form of an identifier.
 */
export async function findRecords(
  ids: readonly string[],
  argument: string,
  call: ToolCall,
): Promise<readonly NamedRecord[]> {
  const names = new Map<string, RecordName>();
  for (const [index, value] of ids.entries()) {
    names.set(value.trim(), readId(value, `${argument}[${index}]`));
  }
  return Promise.all(
    [...names].map(async ([id, name], index): Promise<NamedRecord> => {
      try {
        return { id: oneLine(id), record: await lookUp(name, call.context, [argument, index]) };
      } catch (error) {
        return { id: oneLine(id), record: call.countFailure(error) };
      }
    }),
  );
}

function readId(value: string, argument: string): RecordName {
  const name = readAnywhere({ argument, value });
  if (!name) {
    throw wrong(argument, value, 'Use a CURIE such as NCBIGene:7157 or pubmed:19424860; find gives them.');
  }
  return name;
}
