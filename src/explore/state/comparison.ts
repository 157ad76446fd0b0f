import { computed, type ReadonlySignal, signal } from '@preact/signals';

import type { Answer } from '../gateway/client.js';
import type { Failure } from '../gateway/failure-text.js';
import {
  FindPathsDocument,
  type FindPathsQuery,
  FindSharedDocument,
  type FindSharedQuery,
} from '../generated/graphql.js';
import { linksOfPaths, type Paths } from '../model/comparison.js';
import { drawLinks } from '../model/exploration.js';
import { NO_RECORD } from '../model/loads.js';
import { graphRecord, type GraphRecord } from '../model/record.js';
import { nameOfId } from '../model/record-id.js';
import { labelOf } from '../model/record-name.js';
import type { Explorer } from './explorer.js';
import type { UiState } from './ui-state.js';

type SharedPage = NonNullable<FindSharedQuery['commonLinks']>;

/** What is compared: records of one database, by one link name. */
export interface SharedRequest {
  readonly of: readonly string[];
  readonly link: string;
  readonly atLeast: number;
}

/** A record that several are linked to. */
export interface SharedRecord {
  readonly id: string;
  readonly sources: readonly string[];
  readonly lift: number | null;
}

/** How far a search is. A failure beside a value means that the value is not all of it. */
export interface Search<Request, Value> {
  readonly request: Request;
  readonly state: 'running' | 'stopped' | 'done';
  readonly value: Value | undefined;
  readonly failure: Failure | undefined;
}

export interface Shared extends Pick<SharedPage, 'totalCount' | 'sourceCount' | 'missing'> {
  readonly records: readonly SharedRecord[];
  /** Cursor of the next page; undefined when there is none. */
  readonly next: string | undefined;
}

export type Ends = readonly [from: GraphRecord, to: GraphRecord];

const PAGE = 25;
const MOST_PATHS = 5;

/** Owns what the visitor compares: what ticked records share, and how two of them are connected. */
export class Comparison {
  readonly #explorer: Explorer;
  readonly #shared = signal<Search<SharedRequest, Shared> | undefined>(undefined);
  readonly #paths = signal<Search<Ends, Paths> | undefined>(undefined);
  /** The ticked records. */
  readonly ticked: ReadonlySignal<readonly GraphRecord[]>;

  constructor(explorer: Explorer, ui: UiState) {
    this.#explorer = explorer;
    this.ticked = computed(() => [...ui.ticked.value].flatMap((id) => explorer.knowledge.value.records.get(id) ?? []));
  }

  get shared(): ReadonlySignal<Search<SharedRequest, Shared> | undefined> {
    return this.#shared;
  }

  get paths(): ReadonlySignal<Search<Ends, Paths> | undefined> {
    return this.#paths;
  }

  /** Finds what records share; with what is known already, the next page of it. */
  async findShared(request: SharedRequest, known?: Shared): Promise<void> {
    const running = { request, state: 'running', value: known, failure: undefined } as const;
    this.#shared.value = running;
    const { link, atLeast } = request;
    const answer = await this.#explorer.ask(`Compare ${link}`, FindSharedDocument, {
      of: request.of.map(nameOfId),
      link,
      atLeast,
      first: PAGE,
      ...(known?.next !== undefined && { after: known.next }),
    });
    const page = answer?.data?.commonLinks;
    if (page) {
      this.#explorer.learn(page.edges.map(({ node }) => graphRecord(node)));
    }
    if (this.#shared.value === running) {
      this.#shared.value = ended(running, answer, page ? append(known, page) : known);
    }
  }

  /** Finds how two records are connected, shows each path as it is found, and draws them in the end, also where it is stopped. */
  async findPaths(ends: Ends): Promise<void> {
    let running: Search<Ends, Paths> = { request: ends, state: 'running', value: undefined, failure: undefined };
    this.#paths.value = running;
    const [from, to] = ends;
    const label = `Connect ${labelOf(from)} and ${labelOf(to)}`;
    const variables = { from: nameOfId(from.id), to: nameOfId(to.id), first: MOST_PATHS };
    const answer = await this.#explorer.ask(label, FindPathsDocument, variables, ({ data }) => {
      if (this.#paths.value === running) {
        running = { ...running, value: this.#learnPaths(data) };
        this.#paths.value = running;
      }
    });
    if (this.#paths.value !== running) {
      return;
    }
    const found = answer ? this.#learnPaths(answer.data) : running.value;
    this.#paths.value = ended(running, answer, found);
    if (found && found.paths.length > 0) {
      const next = drawLinks(this.#explorer.exploration.value, linksOfPaths(found.paths));
      this.#explorer.go(label, { ...next, route: [from.id, to.id] });
    }
  }

  /** The paths of an answer, whose records are known from then on. */
  #learnPaths(data: FindPathsQuery | null): Paths | undefined {
    const found = data?.paths ?? undefined;
    this.#explorer.learn(found?.paths.flatMap(({ records }) => records.map((record) => graphRecord(record))) ?? []);
    return found;
  }

  /** Draws shared records with the links that lead to them. */
  draw(records: readonly SharedRecord[], { link }: SharedRequest): void {
    const links = records.flatMap(({ id, sources }) => sources.map((source) => ({ source, link, target: id })));
    this.#explorer.go('Draw shared records', drawLinks(this.#explorer.exploration.value, links));
  }
}

function ended<Request, Value>(
  search: Search<Request, Value>,
  answer: Answer<unknown> | undefined,
  value: Value | undefined,
): Search<Request, Value> {
  const failure = answer && (answer.errors[0] ?? (answer.data ? undefined : NO_RECORD));
  return { ...search, state: answer ? 'done' : 'stopped', value, failure };
}

/** What an earlier page lacked is still lacking beside a later one. */
function append(known: Shared | undefined, { edges, pageInfo, missing, ...rest }: SharedPage): Shared {
  const records = edges.map(({ node, sources, lift }) => ({ id: node.id, sources: sources.map(({ id }) => id), lift }));
  return {
    ...rest,
    missing: [...new Map([...(known?.missing ?? []), ...missing].map((each) => [each.input, each])).values()],
    records: [...(known?.records ?? []), ...records],
    next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined,
  };
}
