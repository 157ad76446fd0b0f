import DataLoader from 'dataloader';

import type { Client } from './client.js';
import { TERM } from './graph.js';
import { type FoundRecord, LINK_NAMES, type TraversalLink } from './traversal.js';

/** Makes the reference traversal in another way than the gateway. */
export interface Peer {
  readonly name: string;
  run(client: Client): Promise<readonly FoundRecord[]>;
}

/** What a script does that asks about `size` ids, waits for the answer and asks about the next. */
export function inSerialChunks(name: string, size: number): Peer {
  return {
    name,
    async run(client) {
      const papers = await client.search(TERM);
      const lists: ReadonlyMap<string, readonly string[]>[] = [];
      let sources = papers;
      for (const linkName of LINK_NAMES) {
        const found = await inChunks(sources, size, (chunk) => client.links(linkName, chunk));
        lists.push(found);
        sources = [...new Set(sources.flatMap((source) => found.get(source) ?? []))];
      }
      const titles = await inChunks(sources, size, (chunk) => client.titles(chunk));
      return papers.map((paper) => joined(paper, lists, titles));
    },
  };
}

/** Ids of one call of such a server: what EDirect sends in one, until its version 19. */
const DATALOADER_BATCH = 100;

/** What a GraphQL server with DataLoader does: one loader a question for each request, batches at the end of the tick. */
export const plainDataLoader: Peer = {
  name: 'DataLoader for each request, 100 ids',
  async run(client) {
    const loaders = LINK_NAMES.map((linkName) => linkLoader(client, linkName));
    const titles = new DataLoader<string, string>(
      async (uids) => {
        const found = await client.titles(uids);
        return uids.map((uid) => found.get(uid) ?? new Error(`No title of ${uid}`));
      },
      { maxBatchSize: DATALOADER_BATCH },
    );
    const resolve = async (uid: string, depth: number): Promise<FoundRecord> => {
      const loader = loaders[depth];
      if (!loader) {
        return { uid, title: await titles.load(uid) };
      }
      const targets = await loader.load(uid);
      return { uid, linked: await Promise.all(targets.map((target) => resolve(target, depth + 1))) };
    };
    const papers = await client.search(TERM);
    return Promise.all(papers.map((paper) => resolve(paper, 0)));
  },
};

function linkLoader(client: Client, linkName: TraversalLink): DataLoader<string, readonly string[]> {
  return new DataLoader(
    async (uids) => {
      const found = await client.links(linkName, uids);
      return uids.map((uid) => found.get(uid) ?? new Error(`No links of ${uid}`));
    },
    { maxBatchSize: DATALOADER_BATCH },
  );
}

async function inChunks<T>(
  ids: readonly string[],
  size: number,
  ask: (chunk: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>();
  for (let start = 0; start < ids.length; start += size) {
    for (const [id, value] of await ask(ids.slice(start, start + size))) {
      found.set(id, value);
    }
  }
  return found;
}

function joined(
  uid: string,
  [lists, ...further]: readonly ReadonlyMap<string, readonly string[]>[],
  titles: ReadonlyMap<string, string>,
): FoundRecord {
  return lists
    ? { uid, linked: lists.get(uid)?.map((target) => joined(target, further, titles)) }
    : { uid, title: titles.get(uid) };
}
