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

/** The records and links in the graph. */
export interface DrawnGraph {
  readonly records: ReadonlyMap<string, GraphRecord>;
  readonly links: readonly DrawnLink[];
}

/** The key of an expansion in {@link Knowledge.pages}. */
export function keyOf({ source, link }: Expansion, { filter }: Exploration, catalog: Catalog): string {
  return pagesKey(source, link, linkArguments(filter, catalog.criteriaOf(link)));
}

/** The graph of an exploration, as far as it is known. A link that two expansions contain is drawn once. */
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
  for (const { source, link, target } of exploration.picked) {
    const key = `${source} ${target} ${link}`;
    if (draw(source) && draw(target) && !links.has(key)) {
      links.set(key, { source, target, linkName: link, score: null });
    }
  }
  return { records, links: [...links.values()] };
}
