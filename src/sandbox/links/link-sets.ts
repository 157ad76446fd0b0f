import type { SandboxContext } from '../context.js';
import { isScored, relatedArticles } from './related.js';
import { newestFirst, type ScoredLink } from '../sample-graph.js';

/** What ELink is asked about the links of records. */
export interface LinkQuestion {
  readonly dbFrom: string;
  /** The sources; each group becomes a link set. */
  readonly groups: readonly (readonly string[])[];
  /** Names to answer, in order. */
  readonly linkNames: readonly string[];
  /** If given, the targets in the sources' own database that may stay, in the order they then have. */
  readonly keep: readonly string[] | undefined;
}

/** The links of one or several sources, merged as ELink merges a comma list: which source owns a link is lost. */
export interface LinkSet {
  readonly dbFrom: string;
  /** In the order of the request. */
  readonly ids: readonly string[];
  /** Only names that have links. */
  readonly lists: readonly LinkList[];
}

interface LinkList {
  readonly dbTo: string;
  readonly linkName: string;
  readonly links: readonly ScoredLink[];
}

/**
 * Collects the links of one group of sources.
 *
 * Nothing occurs twice in a list. Scored names go by score with the sources first, the others UID-descending; names
 * without scores carry the UID of a source as score (recorded 2015, 2025).
 */
export function readLinkSet(
  ids: readonly string[],
  { dbFrom, linkNames, keep }: LinkQuestion,
  context: SandboxContext,
): LinkSet {
  const lists = linkNames.flatMap((linkName) => {
    const dbTo = context.catalog.link(linkName)?.to ?? '';
    const merged = mergeLinks(linkName, ids, context);
    const links = keep === undefined || dbTo !== dbFrom ? merged : filtered(merged, keep);
    return links.length === 0 ? [] : [{ dbTo, linkName, links }];
  });
  return { dbFrom, ids, lists };
}

function mergeLinks(linkName: string, ids: readonly string[], { graph }: SandboxContext): readonly ScoredLink[] {
  const scored = isScored(linkName);
  const best = new Map<string, ScoredLink>();
  for (const source of ids) {
    const links = scored
      ? relatedArticles(linkName, source, graph)
      : graph.links(linkName, source).map((id) => ({ id, score: Number(source) }));
    for (const link of links) {
      const known = best.get(link.id);
      if (known === undefined || (scored && known.score < link.score)) {
        best.set(link.id, link);
      }
    }
  }
  const merged = [...best.values()];
  if (scored) {
    return merged.toSorted((a, b) => b.score - a.score);
  }
  // One source's list is in its own order already; several lists are put in order again.
  return ids.length === 1 ? merged : newestFirst(best.keys()).flatMap((id) => best.get(id) ?? []);
}

function filtered(links: readonly ScoredLink[], keep: readonly string[]): readonly ScoredLink[] {
  const byId = new Map(links.map((link) => [link.id, link]));
  return keep.flatMap((id) => byId.get(id) ?? []);
}
