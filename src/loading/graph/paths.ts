import type { LinkName } from '../../catalog/catalog.js';
import type { Links } from '../values/link-list.js';
import { chainsTo, type Level, listFrom, type Meeting } from './levels.js';
import type { Way } from './steps.js';

/** A record with more links than that is a hub: it holds together what has little else in common. */
export const HUB_LINKS = 1000;

/** A record on a path. */
export interface PathRecord {
  readonly db: string;
  readonly uid: string;
}

/** A link on a path, as NCBI states it for the record it starts from. */
export interface PathEdge {
  readonly from: PathRecord;
  readonly to: PathRecord;
  readonly linkName: string;
  readonly links: Links;
}

/** Records that are connected, one after the other. */
export interface FoundPath {
  readonly records: readonly PathRecord[];
  readonly edges: readonly PathEdge[];
  /** One over the product of the numbers of links of the records between; null where one of these is not known. */
  readonly score: number | null;
  /** Records between that have very many links. */
  readonly hubs: readonly PathRecord[];
  /** Lists that tell how many links the records between have. */
  readonly degreeLinks?: readonly { readonly link: LinkName; readonly uid: string }[];
}

/** A way whose levels meet. */
interface MetWay {
  readonly way: Way;
  /** Steps that were read from the left end. */
  readonly at: number;
  readonly left: Level;
  readonly right: Level;
  readonly meetings: readonly Meeting[];
}

/** Paths of one way that are found. */
const MOST = 1000;
/** Chains of records that are looked at for them: some meet a record twice, or lead over one to be avoided. */
const MOST_LOOKS = 20 * MOST;

/**
 * The paths of a way whose levels meet. None meets a record twice.
 *
 * @returns Also whether there may be more: not all were looked at.
 */
export function pathsThrough(
  { way, at, left, right, meetings }: MetWay,
  avoid: Pick<ReadonlySet<string>, 'has'> = new Set(),
): { readonly paths: readonly FoundPath[]; readonly isCut: boolean } {
  const databases = [way[0]?.left ?? '', ...way.map((step) => step.right)];
  const found: FoundPath[] = [];
  let isCut = false;
  let looks = 0;
  for (const { uid, left: leftParents, right: rightParents } of meetings) {
    const most = MOST - found.length;
    if (most === 0) {
      return { paths: found, isCut: true };
    }
    // One more than is looked at tells whether there are more.
    const [allStarts, allRests] = [
      chainsTo(left, uid, leftParents, most + 1),
      chainsTo(right, uid, rightParents, most + 1),
    ];
    isCut ||= allStarts.length > most || allRests.length > most;
    const starts = allStarts.slice(0, most);
    const rests = allRests.slice(0, most).map((chain) => chain.toReversed());
    for (const start of starts) {
      for (const rest of rests) {
        if (looks === MOST_LOOKS) {
          return { paths: found, isCut: true };
        }
        looks += 1;
        const records = [...start, ...rest.slice(1)].map((each, index) => ({ db: databases[index] ?? '', uid: each }));
        const names = records.map((record) => `${record.db} ${record.uid}`);
        const isSimple = new Set(names).size === names.length;
        if (!isSimple || names.slice(1, -1).some((name) => avoid.has(name))) {
          continue;
        }
        if (found.length === MOST) {
          return { paths: found, isCut: true };
        }
        found.push(pathOf(way, at, records, { left, right }));
      }
    }
  }
  return { paths: found, isCut };
}

function pathOf(
  way: Way,
  at: number,
  records: readonly PathRecord[],
  levels: { readonly left: Level; readonly right: Level },
): FoundPath {
  const edges: PathEdge[] = [];
  const lefts = levelsOf(levels.left);
  const rights = levelsOf(levels.right).toReversed();
  way.forEach((_step, index) => {
    const [a, b] = [records[index], records[index + 1]];
    const isLeft = index < at;
    const level = isLeft ? lefts[index] : rights[index - at];
    const [from, to] = isLeft ? [a, b] : [b, a];
    const links = level && from && listFrom(level, from.uid);
    if (from && to && links) {
      edges.push({ from, to, linkName: level.name, links });
    }
  });
  const degreeLinks = records.slice(1, -1).flatMap(({ uid }, index) => {
    const link = way[index]?.back ?? way[index + 1]?.forth;
    return link ? [{ link, uid }] : [];
  });
  return { records, edges, score: null, hubs: [], degreeLinks };
}

/** The levels from the one next to an end on. */
function levelsOf(level: Level): Level[] {
  return level.before ? [...levelsOf(level.before), level] : [];
}

/** Paths with their scores, those without hubs and of rare records first. */
export function rankPaths(
  found: readonly FoundPath[],
  degrees: ReadonlyMap<string, number>,
  hubLinks: number,
): FoundPath[] {
  const scored = found.map((path): FoundPath => {
    const between = path.records.slice(1, -1);
    const counts = between.map(({ db, uid }) => degrees.get(`${db} ${uid}`));
    const score = counts.reduce<number | null>(
      (product, count) => (product === null || count === undefined ? null : product / Math.max(1, count)),
      1,
    );
    return { ...path, score, hubs: between.filter((_record, index) => (counts[index] ?? 0) > hubLinks) };
  });
  const nameOf = ({ records }: FoundPath): string => records.map(({ db, uid }) => `${db} ${uid}`).join();
  return scored.toSorted(
    (a, b) =>
      a.hubs.length - b.hubs.length ||
      (b.score ?? 0) - (a.score ?? 0) ||
      (nameOf(a) < nameOf(b) ? -1 : Number(nameOf(a) > nameOf(b))),
  );
}
