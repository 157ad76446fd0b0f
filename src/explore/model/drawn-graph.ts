import type { Catalog } from './catalog.js';
import type { Expansion, Exploration } from './exploration.js';
import { linkArguments } from './filter.js';
import { type Knowledge, pagesKey } from './knowledge.js';
import type { GraphRecord } from './record.js';

/** A link as it is drawn. */
export interface DrawnLink {
  readonly source: string;
  readonly target: string;
  readonly linkName: string;
  readonly score: number | null;
}

/** What is to be seen. */
export interface DrawnGraph {
  readonly records: ReadonlyMap<string, GraphRecord>;
  readonly links: readonly DrawnLink[];
}

/** The database that a link name leads to, as its name says where the catalog does not. */
export function targetOf(link: string, catalog: Catalog): string {
  return catalog.link(link)?.to ?? link.split('_')[1] ?? '';
}

/** Where the links of an expansion are kept in {@link Knowledge}. */
export function keyOf({ source, link }: Expansion, { filter }: Exploration, catalog: Catalog): string {
  const scored = catalog.link(link)?.scored === true;
  return pagesKey(source, link, linkArguments(filter, targetOf(link, catalog), scored));
}

/** The graph of an exploration, as far as it is known. A link that two expansions give is drawn once. */
export function drawGraph(exploration: Exploration, knowledge: Knowledge, catalog: Catalog): DrawnGraph {
  const removed = new Set(exploration.removed);
  const records = new Map<string, GraphRecord>();
  const links = new Map<string, DrawnLink>();
  const draw = (id: string): boolean => {
    const record = knowledge.records.get(id);
    if (record && !removed.has(id)) {
      records.set(id, record);
    }
    return records.has(id);
  };
  exploration.roots.forEach(draw);
  for (const expansion of exploration.expansions) {
    const { source, count } = expansion;
    const pages = knowledge.pages.get(keyOf(expansion, exploration, catalog));
    if (!draw(source) || !pages) {
      continue;
    }
    for (const { target, linkName, score } of pages.edges.slice(0, count)) {
      if (draw(target)) {
        links.set(`${source} ${target} ${linkName}`, { source, target, linkName, score });
      }
    }
  }
  return { records, links: [...links.values()] };
}
