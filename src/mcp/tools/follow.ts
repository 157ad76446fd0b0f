import { EntrezError } from '../../eutils/failures/errors.js';
import { curieOfRecord } from '../../schema/lookup/curie.js';
import type { AnyLink } from '../../schema/links/link-arguments.js';
import type { Answer, Block } from '../answer/answer.js';
import { block } from '../answer/answer.js';
import { row } from '../answer/table.js';
import type { ToolCall } from '../call.js';
import { anyObject, optional, texts } from '../input/arguments.js';
import { readFields } from '../input/fields.js';
import { findRecords, type NamedRecord } from '../input/ids.js';
import { readLinkFilter } from '../input/link-filter.js';
import { readPath } from '../input/path.js';
import { loadCells } from './cells.js';
import { type Followed, followPath, type Target } from './follow-path.js';
import { failed } from './status.js';
import { cursor, first, MAX_CALLS, type Tool } from './tool.js';

const MAX_IDS = 200;
const MAX_STEPS = 3;
const MAX_FIELDS = 12;
/** Targets whose fields are loaded, unless the caller says how many. */
const PAGE_SIZE = 40;

const args = {
  ids: texts(MAX_IDS),
  path: texts(MAX_STEPS, { description: 'link names or fields, such as ["gene_clinvar","medgen"]', each: 200 }),
  fields: optional(texts(MAX_FIELDS, { description: 'of the targets, such as title, pubDate; default title' })),
  filter: optional(
    anyObject({
      description:
        'of the last step: term, organism, publishedBetween {from, to}, minDate, maxDate, relDate, dateType, minScore, orderBy (SCORE, DATE, UID)',
    }),
  ),
  first,
  cursor,
};

/** A link between two records that a caller is shown. */
interface LinkRow {
  readonly source: string;
  readonly target: Target;
}

/** The records at the end of a path of links. */
export const followTool: Tool<typeof args> = {
  name: 'follow',
  title: 'Follow links',
  description: `Records at the end of 1 to ${MAX_STEPS} steps of links from up to ${MAX_IDS} ids of one database. Lines: source, target, score (if NCBI computes one) or paths (how many ways lead there) and fields; totals are exact. Prefer one call with many ids and steps to many calls.`,
  args,
  maxCalls: () => MAX_CALLS,
  run: async ({ ids, path, fields = ['title'], filter }, call) => {
    const { catalog, schema } = call.gateway;
    const records = await findRecords(ids, 'ids', call);
    const db = databaseOf(records);
    if (db === undefined) {
      return { blocks: [sourcesOf(records, new Map())] };
    }
    const steps = readPath(catalog, db, path, MAX_STEPS);
    const last = steps.at(-1) ?? steps[0];
    const wanted = readLinkFilter(filter, last);
    const selected = readFields(schema, last.to, fields, 'fields');
    const known = records.flatMap(({ record }) => (record instanceof EntrezError ? [] : [record]));
    const followed = await followPath(known, steps, wanted, call);
    return answerOf({ records, steps, selected, followed, call });
  },
};

function databaseOf(records: readonly NamedRecord[]): string | undefined {
  const found = records.flatMap(({ id, record }, index) =>
    record instanceof EntrezError ? [] : [{ id, db: record.db, index }],
  );
  const [start] = found;
  const other = found.find(({ db }) => db !== start?.db);
  if (start && other) {
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Argument "ids" holds ${start.id} of ${start.db} and ${other.id} of ${other.db}. Use ids of one database in a call.`,
    );
  }
  return start?.db;
}

interface Found {
  readonly records: readonly NamedRecord[];
  readonly steps: readonly [AnyLink, ...AnyLink[]];
  readonly selected: readonly (readonly string[])[];
  readonly followed: Followed;
  readonly call: ToolCall;
}

async function answerOf({ records, steps, selected, followed, call }: Found): Promise<Answer> {
  const rows = records.flatMap(({ id, record }): LinkRow[] => {
    const targets = record instanceof EntrezError ? undefined : followed.targets.get(record.uid);
    return targets instanceof EntrezError ? [] : (targets ?? []).map((target) => ({ source: id, target }));
  });
  const states = await statesOf(records, followed, call);
  const failures = new Set<string>();
  const isShort = records.length === 1;
  const sources = sourcesOf(records, states);
  const targets: Block = {
    ...(rows.length > 0 && { header: headerOf(rows, selected, isShort) }),
    pageSize: PAGE_SIZE,
    total: rows.length,
    lines: (from, to) =>
      linesOf(rows.slice(from, to), {
        db: steps.at(-1)?.to ?? '',
        selected,
        isShort,
        isScored: hasScores(rows),
        isCounted: hasPaths(rows),
        call,
        failures,
      }),
  };
  return {
    blocks: [sources, targets],
    notes: () => [...followed.notes, ...failures],
    linkNames: steps.map(({ name }) => name),
  };
}

/** What became of each source, with its total. */
async function statesOf(
  records: readonly NamedRecord[],
  { targets, isPartial }: Followed,
  call: ToolCall,
): Promise<Map<string, readonly (string | number)[]>> {
  const states = await Promise.all(
    records.map(async ({ id, record }): Promise<[string, readonly (string | number)[]]> => {
      const found = record instanceof EntrezError ? record : (targets.get(record.uid) ?? []);
      if (found instanceof EntrezError) {
        return [id, failed(found)];
      }
      if (found.length > 0) {
        return [id, ['found', isPartial ? `at least ${found.length}` : found.length]];
      }
      // NCBI gives records that do not exist empty lists.
      const { failure } = record instanceof EntrezError ? {} : await call.show(record);
      return [id, failure ? failed(failure) : isPartial ? ['failed', 'not all steps could be followed'] : ['none', 0]];
    }),
  );
  return new Map(states);
}

function sourcesOf(records: readonly NamedRecord[], states: ReadonlyMap<string, readonly (string | number)[]>): Block {
  const lines = records.map(({ id, record }) =>
    row([id, ...(states.get(id) ?? (record instanceof EntrezError ? failed(record) : []))]),
  );
  return block(lines, 'source\tstatus\ttotal');
}

function hasScores(rows: readonly LinkRow[]): boolean {
  return rows.some(({ target }) => target.score !== undefined);
}

/** Whether several ways lead to a target. */
function hasPaths(rows: readonly LinkRow[]): boolean {
  return rows.some(({ target }) => target.paths > 1);
}

function headerOf(rows: readonly LinkRow[], selected: readonly (readonly string[])[], isShort: boolean): string {
  return row([
    ...(isShort ? [] : ['source']),
    'target',
    ...(hasScores(rows) ? ['score'] : []),
    ...(hasPaths(rows) ? ['paths'] : []),
    ...selected.map((path) => path.join('.')),
  ]);
}

interface LineOptions {
  readonly db: string;
  readonly selected: readonly (readonly string[])[];
  /** Whether all lines are of one source. */
  readonly isShort: boolean;
  readonly isScored: boolean;
  readonly isCounted: boolean;
  readonly call: ToolCall;
  /** Sentences about what could not be loaded. */
  readonly failures: Set<string>;
}

async function linesOf(
  rows: readonly LinkRow[],
  { db, selected, isShort, isScored, isCounted, call, failures }: LineOptions,
): Promise<readonly string[]> {
  const uids = [...new Set(rows.map(({ target }) => target.uid))];
  const cells = await loadCells({ db, uids, selected }, call);
  cells.failures.forEach((failure) => failures.add(failure));
  return rows.map(({ source, target: { uid, score, paths } }) => {
    const shown = cells.of.get(uid);
    return row([
      ...(isShort ? [] : [source]),
      shown?.curie ?? curieOfRecord({ db, uid }),
      ...(isScored ? [score] : []),
      ...(isCounted ? [paths] : []),
      ...(shown?.cells ?? []),
    ]);
  });
}
