import { EntrezError } from '../../eutils/failures/errors.js';
import { isExternalLink } from '../../eutils/links/check.js';
import type { EntrezRecord } from '../../schema/core/record.js';
import type { AnyLink } from '../../schema/links/link-arguments.js';
import { block } from '../answer/answer.js';
import { row } from '../answer/table.js';
import type { ToolCall } from '../call.js';
import { readDatabase } from '../input/database.js';
import { optional, text, texts } from '../input/arguments.js';
import { findRecords } from '../input/ids.js';
import { failed } from './status.js';
import { cursor, MAX_CALLS, type Tool } from './tool.js';

const MAX_IDS = 50;

const args = { ids: texts(MAX_IDS), to: optional(text({ description: 'only to this database' })), cursor };

/** What a record is linked to. */
interface Counted {
  readonly lines: readonly string[];
  readonly names: readonly string[];
}

/** The kinds of links of records, with exact counts. */
export const linksTool: Tool<typeof args> = {
  name: 'links',
  title: 'What records are linked to',
  description: `Link names of up to ${MAX_IDS} records with exact counts; nothing is expanded. Costs one request per link name: prefer follow, which also counts, if you know the path.`,
  args,
  maxCalls: () => MAX_CALLS,
  run: async ({ ids, to }, call) => {
    const { catalog } = call.gateway;
    const target = to === undefined ? undefined : readDatabase(catalog, to, 'to').name;
    const records = await findRecords(ids, 'ids', call);
    const counted = await Promise.all(
      records.map(async ({ id, record }) =>
        record instanceof EntrezError
          ? { lines: [row([id, ...failed(record)])], names: [] }
          : countLinks(id, record, target, call),
      ),
    );
    return {
      blocks: [
        block(
          counted.flatMap(({ lines }) => lines),
          'id\tstatus\tlink\tto\tcount',
        ),
      ],
      linkNames: [...new Set(counted.flatMap(({ names }) => names))].slice(0, 12),
    };
  },
};

async function countLinks(
  id: string,
  record: EntrezRecord,
  target: string | undefined,
  call: ToolCall,
): Promise<Counted> {
  try {
    const links = await linksOf(record, call);
    const wanted = links.filter(({ to }) => target === undefined || to === target);
    if (wanted.length === 0) {
      // NCBI lists no links of records that do not exist.
      const { failure } = await call.show(record);
      return { lines: [row([id, ...(failure ? failed(failure) : ['none'])])], names: [] };
    }
    const counts = await Promise.all(wanted.map((link) => countOf(record, link, call)));
    const ordered = wanted
      .map((link, index) => ({ link, count: counts[index] ?? 0 }))
      .toSorted((a, b) => Number(b.count) - Number(a.count) || a.link.name.localeCompare(b.link.name));
    const lines = ordered.map(({ link, count }) =>
      count instanceof EntrezError
        ? row([id, 'failed', link.name, link.to, count.code])
        : row([id, count === 0 ? 'none' : 'found', link.name, link.to, count]),
    );
    return { lines, names: wanted.map(({ name }) => name) };
  } catch (error) {
    return { lines: [row([id, ...failed(call.countFailure(error))])], names: [] };
  }
}

async function linksOf({ db, uid }: EntrezRecord, { context, gateway }: ToolCall): Promise<readonly AnyLink[]> {
  const { catalog } = gateway;
  const available = await context.loaders.availableLinks(db).load(uid, context.operation);
  const links = available
    .filter((link) => !isExternalLink(link))
    .map(
      ({ linkName: name, to }): AnyLink =>
        catalog.link(name) ?? { name, from: db, to: catalog.database(to)?.name ?? to },
    );
  // NCBI lists a link name once for each of its menus.
  return [...new Map(links.map((link) => [link.name, link])).values()].filter(({ from }) => from === db);
}

async function countOf(record: EntrezRecord, link: AnyLink, call: ToolCall): Promise<number | EntrezError> {
  try {
    return (await record.links({ link, scored: false }, call.context)).uids.length;
  } catch (error) {
    return call.countFailure(error);
  }
}
