import { parse } from 'graphql';

import { oneLine } from '../answer/table.js';
import { codeOf, type ToolCall } from '../call.js';

/** Characters of one value in a table. */
const MAX_CELL = 400;

/** What a table shows of records, by uid. */
export interface RecordCells {
  readonly of: ReadonlyMap<string, { readonly curie: string; readonly cells: readonly string[] }>;
  /** Sentences about what could not be loaded. */
  readonly failures: readonly string[];
}

interface Wanted {
  readonly db: string;
  readonly uids: readonly string[];
  /** Paths of field names. */
  readonly selected: readonly (readonly string[])[];
}

/** Loads fields of records of one database. */
export async function loadCells({ db, uids, selected }: Wanted, call: ToolCall): Promise<RecordCells> {
  if (uids.length === 0) {
    return { of: new Map(), failures: [] };
  }
  const fields = selected.map((path, index) => `f${index}: ${path.join(' { ')}${' }'.repeat(path.length - 1)}`);
  const document = parse(
    `query McpFields($uids: [ID!]!) { records { ${db}(uids: $uids) { uid curie ${fields.join(' ')} } } }`,
  );
  const { data, errors = [] } = await call.execute(document, { uids });
  const lists = data?.records as Readonly<Record<string, readonly (Row | null)[] | null>> | null | undefined;
  const rows = (lists?.[db] ?? []).filter((each) => each !== null);
  const codes = errors.map(codeOf);
  return {
    of: new Map(
      rows.map((each) => [
        each.uid,
        {
          curie: each.curie,
          cells: selected.map((path, index) => cellOf(pick(each[`f${index}`], path.slice(1)))),
        },
      ]),
    ),
    failures: [...new Set(codes)].map((code) =>
      code === 'UNKNOWN_ID'
        ? `unknown: there are no records of ${count(codes, code)} of these targets.`
        : `failed: ${count(codes, code)} values of the fields (${code}).`,
    ),
  };
}

interface Row {
  readonly uid: string;
  readonly curie: string;
  readonly [alias: string]: unknown;
}

function count(codes: readonly string[], wanted: string): number {
  return codes.filter((code) => code === wanted).length;
}

function pick(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) {
    return value.map((each: unknown) => pick(each, path));
  }
  const [name, ...rest] = path;
  return name === undefined || typeof value !== 'object' || value === null
    ? value
    : pick((value as Readonly<Record<string, unknown>>)[name], rest);
}

function cellOf(value: unknown): string {
  const text = oneLine(textOf(value));
  const over = text.length - MAX_CELL;
  return over > 0 ? `${text.slice(0, MAX_CELL)}… (${over} characters more; use query)` : text;
}

function textOf(value: unknown): string {
  if (value == null) {
    return '';
  }
  if (Array.isArray(value)) {
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join('; ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
