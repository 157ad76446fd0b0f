import { inSlices } from '../../eutils/body/slices.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import { sourcesOf } from '../../loading/graph/sources-of.js';
import type { EntrezRecord } from '../core/record.js';
import type { LinkConnection, LinkEdge } from '../links/link-connection.js';
import type { LinkDegrees } from './link-degrees.js';
import type { SourceLists } from './source-lists.js';

/** A record that several sources are linked to. */
export interface CommonEdge {
  readonly node: EntrezRecord;
  readonly cursor: string;
  readonly sources: readonly EntrezRecord[];
  readonly scoreSum: number | null;
  readonly expected: () => Promise<number | null>;
  readonly lift: () => Promise<number | null>;
}

/** A page of the records that several sources are linked to, with what is missing. */
export class CommonLinks {
  readonly page: LinkConnection;
  readonly #found: SourceLists;
  readonly #degrees: LinkDegrees;
  #edges: Promise<CommonEdge[]> | undefined;

  /** @param page - Of the targets that all lists together have. */
  constructor(page: LinkConnection, found: SourceLists, degrees: LinkDegrees) {
    this.page = page;
    this.#found = found;
    this.#degrees = degrees;
  }

  get sourceCount(): number {
    return this.#found.lists.length;
  }

  get missing(): SourceLists['missing'] {
    return this.#found.missing;
  }

  get complete(): boolean {
    return this.missing.length === 0;
  }

  get edges(): Promise<CommonEdge[]> {
    this.#edges ??= this.#loadEdges(this.page.edges);
    return this.#edges;
  }

  async #loadEdges(edges: readonly LinkEdge[]): Promise<CommonEdge[]> {
    const { lists } = this.#found;
    const uids = edges.map(({ node }) => node.uid);
    const owners = await inSlices(
      sourcesOf(
        uids,
        lists.map(({ links }) => links),
      ),
    );
    return edges.map(({ node, cursor }, index): CommonEdge => {
      const own = owners[index] ?? { lists: [], scoreSum: null };
      const expected = (): Promise<number | null> => this.#degrees.expected(node.uid, lists.length);
      return {
        node,
        cursor,
        sources: own.lists.flatMap((list) => lists[list]?.source ?? []),
        scoreSum: own.scoreSum,
        expected,
        lift: async () => {
          const chance = await expected();
          return chance === null || chance === 0 ? null : own.lists.length / chance;
        },
      };
    });
  }
}

/** A target with what it is ranked by. */
interface Ranked {
  readonly uid: string;
  readonly sources: number;
  /** Infinite where it is not known. */
  readonly degree: number;
}

/** What targets are ranked by: of those that equally many sources have the rarest first, or the highest lift first. */
export type Ranking = 'rarity' | 'lift';

/** Targets in the order of a ranking; of equals, in their old order. */
export function rank(targets: readonly Ranked[], ranking: Ranking): string[] {
  const key = ({ sources, degree }: Ranked): readonly [number, number] =>
    ranking === 'rarity' ? [-sources, degree] : [degree === 0 ? Infinity : -sources / degree, -sources];
  return targets
    .map((target) => ({ target, key: key(target) }))
    .toSorted(({ key: [a, c] }, { key: [b, d] }) => compare(a, b) || compare(c, d))
    .map(({ target }) => target.uid);
}

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

/** The degree of a target for its rank; infinite for one whose links failed, whose edge then says so. */
export async function degreeForRank(degrees: LinkDegrees, uid: string): Promise<number> {
  try {
    return (await degrees.of(uid)) ?? Infinity;
  } catch (error) {
    if (error instanceof EntrezError) {
      return Infinity;
    }
    throw error;
  }
}
