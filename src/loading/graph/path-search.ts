import type { Catalog, LinkName } from '../../catalog/catalog.js';
import { inSlices } from '../../eutils/body/slices.js';
import { turns } from '../../turns.js';
import { EntrezError, type ErrorCode } from '../../eutils/failures/errors.js';
import { Frontier } from './frontier.js';
import type { LinkReader } from './link-reader.js';
import { type Level, endOf, meet, membersOf } from './levels.js';
import { type FoundPath, HUB_LINKS, pathsThrough } from './paths.js';
import { rankFound } from './rank-found.js';
import { stepsOf, type Step, type StepChoice, type Way, waysOf } from './steps.js';
import { WayQueue } from './way-queue.js';

/** Ways of more than two steps that are followed side by side. */
const AT_ONCE = 2;

/** The link names of both ends. */
interface AvailableNames {
  readonly left: ReadonlySet<string> | undefined;
  readonly right: ReadonlySet<string> | undefined;
}

export interface End {
  readonly db: string;
  readonly uid: string;
}

export interface SearchLimits {
  readonly maxHops: number;
  /** Paths that are wanted. */
  readonly first: number;
  readonly maxCalls: number;
  /** Records that paths must not lead over, as `db uid`. */
  readonly avoidRecords?: Pick<ReadonlySet<string>, 'has'>;
}

/** Searches the paths that connect two records, from both ends, over the ways that a catalog offers. */
export class PathSearch {
  readonly frontier = new Frontier();
  readonly #reader: LinkReader;
  readonly #limits: SearchLimits;
  readonly #choice: StepChoice;
  readonly #steps: readonly Step[];
  readonly #from: End;
  readonly #to: End;
  readonly #left: Level;
  readonly #right: Level;
  readonly #next = new Map<Level, Map<string, Promise<Level>>>();
  /** Levels that are loaded. */
  readonly #loaded = new Map<Level, Map<string, Level>>();
  readonly #used = new Set<string>();
  /** The ways of the present number of steps. */
  #queue: WayQueue | undefined;
  /** Calls that levels need; they hold until another level is loaded. */
  #costs = new WeakMap<Level, Map<string, number>>();
  #callsLeft: number;
  #stopped: 'BUDGET' | 'TIME' | undefined;

  constructor(
    catalog: Catalog,
    reader: LinkReader,
    ends: { readonly from: End; readonly to: End },
    limits: SearchLimits,
    choice: StepChoice,
  ) {
    this.#reader = reader;
    this.#limits = limits;
    this.#choice = choice;
    this.#from = ends.from;
    this.#to = ends.to;
    this.#left = endOf(ends.from.uid);
    this.#right = endOf(ends.to.uid);
    this.#steps = stepsOf(catalog, choice);
    this.#callsLeft = limits.maxCalls;
  }

  /** Link names on the ways that were looked at. */
  get linkNames(): string[] {
    return [...this.#used].toSorted();
  }

  /** The paths, those of fewest hops first, and of these the rarest. */
  async *run(): AsyncGenerator<FoundPath> {
    const { maxHops, first } = this.#limits;
    const { db, uid } = this.#from;
    if (db === this.#to.db && uid === this.#to.uid) {
      yield { records: [this.#from], edges: [], score: 1, hubs: [] };
      return;
    }
    const ends = await this.#availableNames();
    const seen = new Set<string>();
    let wanted = first;
    for (let hops = 1; hops <= maxHops; hops += 1) {
      const ways = this.#waysOf(hops, ends);
      if (wanted <= 0) {
        this.frontier.skip('ENOUGH', ways);
        continue;
      }
      const found = (await this.#followAll(ways, hops, wanted)).filter(({ records }) => {
        const name = records.map((record) => `${record.db} ${record.uid}`).join();
        const isNew = !seen.has(name);
        seen.add(name);
        return isNew;
      });
      const ranked = await rankFound(found, this.#reader, (calls) => this.#spend(calls));
      yield* ranked.slice(0, wanted);
      wanted -= ranked.length;
    }
  }

  /** @returns False where so many calls are not left. */
  #spend(calls: number): boolean {
    if (calls > this.#callsLeft || this.#stopped) {
      return false;
    }
    this.#callsLeft -= calls;
    return true;
  }

  async #availableNames(): Promise<AvailableNames> {
    const calls = this.#from.db === this.#to.db ? 1 : 2;
    if (calls > this.#callsLeft) {
      return { left: undefined, right: undefined };
    }
    this.#callsLeft -= calls;
    const [left, right] = await Promise.all(
      [this.#from, this.#to].map(({ db, uid }) => this.#reader.availableNames(db, uid)),
    );
    return { left, right };
  }

  /** The ways of so many steps that both ends have links for; those through databases that gather come last. */
  #waysOf(hops: number, { left, right }: AvailableNames): Way[] {
    const has = (names: ReadonlySet<string> | undefined, link: LinkName | undefined): boolean =>
      link !== undefined && (names?.has(link.name) ?? true);
    const ways = waysOf(this.#steps, this.#from.db, this.#to.db, hops, this.#choice);
    for (const { forth, back } of ways.flat()) {
      for (const link of [forth, back]) {
        if (link) {
          this.#used.add(link.name);
        }
      }
    }
    return ways.filter((way) => {
      const [start, end] = [way[0], way.at(-1)];
      // A step that can be read from one end only is known to lead nowhere by that end alone.
      const startIsOpen = start && (has(left, start.forth) || (start.forth === undefined && start.back !== undefined));
      const endIsOpen = end && (has(right, end.back) || (end.back === undefined && end.forth !== undefined));
      return hops === 1 ? has(left, start?.forth) || has(right, start?.back) : startIsOpen && endIsOpen;
    });
  }

  async #followAll(ways: readonly Way[], hops: number, wanted: number): Promise<FoundPath[]> {
    const found: FoundPath[] = [];
    const queue = new WayQueue(ways, { left: this.#left, right: this.#right }, this.#loaded);
    this.#queue = queue;
    for (;;) {
      if (this.#stopped || found.length >= wanted) {
        this.frontier.skip(this.#stopped ?? 'ENOUGH', queue.rest);
        return found;
      }
      const batch = queue.take(hops > 2 ? AT_ONCE : ways.length);
      if (batch.length === 0) {
        return found;
      }
      found.push(...(await Promise.all(batch.map((way) => this.#follow(way)))).flat());
      // Where all is known or no calls are left, nothing else would let others have their turn.
      await turns.next();
    }
  }

  /** The paths of a way: its levels are loaded from both ends, the cheaper next, until they meet. */
  async #follow(way: Way): Promise<readonly FoundPath[]> {
    let [left, right, at, end] = [this.#left, this.#right, 0, way.length];
    while (at < end) {
      const forth = way[at]?.forth;
      const back = way[end - 1]?.back;
      const [leftCost, rightCost] = [this.#callsFor(left, forth), this.#callsFor(right, back)];
      const goesLeft = leftCost < rightCost || (leftCost === rightCost && left.size <= right.size);
      const [level, link, cost] = goesLeft ? [left, forth, leftCost] : [right, back, rightCost];
      if (!link) {
        this.frontier.skip('ONE_WAY', [way]);
        return [];
      }
      if (cost > this.#callsLeft) {
        const isHub = level.lists.some(({ links }) => links.uids.length > HUB_LINKS);
        this.frontier.skip(isHub ? 'HUB' : 'BUDGET', [way], { link: link.name, records: level.size });
        return [];
      }
      this.#callsLeft -= cost;
      const next = await this.#extend(level, link);
      if (next.size === 0) {
        return [];
      }
      if (goesLeft) {
        left = next;
        at += 1;
      } else {
        right = next;
        end -= 1;
      }
    }
    const meetings = await inSlices(meet(left, right));
    const { paths, isCut } = pathsThrough({ way, at, left, right, meetings }, this.#limits.avoidRecords);
    if (isCut) {
      this.frontier.skip('ENOUGH', [way]);
    }
    return paths;
  }

  #callsFor(level: Level, link: LinkName | undefined): number {
    if (!link) {
      return Infinity;
    }
    if (this.#next.get(level)?.has(link.name)) {
      return 0;
    }
    const known = this.#costs.get(level)?.get(link.name);
    if (known !== undefined) {
      return known;
    }
    const most = Math.ceil(level.size / this.#reader.batchSize(link));
    const cost = most > this.#callsLeft ? most : this.#reader.callsFor(link, this.#between(level, link));
    this.#costs.set(level, (this.#costs.get(level) ?? new Map<string, number>()).set(link.name, cost));
    return cost;
  }

  /** The records of a level over which paths may lead on. */
  #between(level: Level, { from }: LinkName): string[] {
    const { avoidRecords } = this.#limits;
    const members = membersOf(level);
    return avoidRecords && !level.end ? members.filter((uid) => !avoidRecords.has(`${from} ${uid}`)) : members;
  }

  #extend(level: Level, link: LinkName): Promise<Level> {
    const known = this.#next.get(level) ?? new Map<string, Promise<Level>>();
    this.#next.set(level, known);
    const next = known.get(link.name) ?? this.#load(level, link);
    known.set(link.name, next);
    return next;
  }

  async #load(level: Level, link: LinkName): Promise<Level> {
    const loaded = await Promise.all(
      this.#between(level, link).map(async (parent) => {
        try {
          return [{ parent, links: await this.#reader.load(link, parent) }];
        } catch (error) {
          this.#fail(error, link);
          return [];
        }
      }),
    );
    const lists = loaded.flat().filter(({ links }) => links.uids.length > 0);
    const size = lists.reduce((sum, { links }) => sum + links.uids.length, 0);
    const next = { before: level, name: link.name, size, lists };
    this.#loaded.set(level, (this.#loaded.get(level) ?? new Map<string, Level>()).set(link.name, next));
    this.#queue?.onLoaded(level, link.name);
    this.#costs = new WeakMap();
    return next;
  }

  /** Notes a list that is not known: nothing found over it is not "none". */
  #fail(error: unknown, link: LinkName): void {
    if (!(error instanceof EntrezError)) {
      throw error;
    }
    if (ENDS[error.code]) {
      this.#stopped = ENDS[error.code];
    }
    this.frontier.fail(link.name, error);
  }
}

/** Failures after which nothing more can be loaded. */
const ENDS: Partial<Record<ErrorCode, 'BUDGET' | 'TIME'>> = {
  BUDGET_EXCEEDED: 'BUDGET',
  DEADLINE_EXCEEDED: 'TIME',
  SHUTTING_DOWN: 'TIME',
};
