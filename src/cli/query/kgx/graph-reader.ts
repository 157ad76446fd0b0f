import type { Catalog } from '../../../catalog/catalog.js';
import { Failure } from '../../../rows/failures.js';
import type { Shape } from '../../../rows/shape.js';
import { categoryOf, informationResourceOf, relationOfField, relationOfLink } from './biolink.js';
import { LINK, RECORD } from './graph-document.js';

/** Columns of the files. */
export const NODE_COLUMNS = ['id', 'category', 'name', 'provided_by'] as const;
export const EDGE_COLUMNS = [
  'id',
  'subject',
  'predicate',
  'object',
  'category',
  'knowledge_level',
  'agent_type',
  'primary_knowledge_source',
  'link_name',
] as const;

/** Values in the order of the columns. */
export type GraphRow = readonly string[];

/** What an answer adds to a graph. */
export interface Graph {
  readonly nodes: readonly GraphRow[];
  readonly edges: readonly GraphRow[];
}

interface GraphRecord {
  readonly id: string;
  readonly db: string;
}

/** Where the walk through an answer is. */
interface Place {
  /** The record next above. */
  readonly owner?: GraphRecord | undefined;
  /** The field of that record that leads here. */
  readonly field?: string | undefined;
  /** The link name of ELink that leads here. */
  readonly link?: unknown;
}

type Members = Readonly<Record<string, unknown>>;

/** Finds the records in an answer, and how they are linked. */
export class GraphReader {
  readonly #catalog: Catalog;
  readonly #shape: readonly Shape[];
  #nodes: GraphRow[] = [];
  #edges: GraphRow[] = [];

  /** @param shape - Of the operation that selects what graphs are made of. */
  constructor(catalog: Catalog, shape: readonly Shape[]) {
    this.#catalog = catalog;
    this.#shape = shape;
  }

  read(data: unknown): Graph {
    [this.#nodes, this.#edges] = [[], []];
    if (isObject(data)) {
      this.#members(data, this.#shape, {});
    }
    return { nodes: this.#nodes, edges: this.#edges };
  }

  #members(value: Members, fields: readonly Shape[], place: Place): void {
    const links = value[LINK.edges];
    for (const shape of fields) {
      const member = value[shape.name];
      const here = { ...place, field: place.field ?? (place.owner ? shape.field : undefined) };
      if (shape.fields && Array.isArray(member)) {
        for (const [index, item] of member.entries()) {
          const link: unknown = shape.field === 'nodes' && Array.isArray(links) ? links[index] : undefined;
          this.#object(item, shape, isObject(link) ? { ...here, link: link[LINK.name] } : here);
        }
      } else if (shape.fields) {
        this.#object(member, shape, here);
      }
    }
  }

  #object(value: unknown, { fields = [] }: Shape, place: Place): void {
    if (!isObject(value)) {
      return;
    }
    const record = this.#record(value);
    if (record) {
      if (place.owner) {
        this.#edge(place.owner, record, place);
      }
      this.#members(value, fields, { owner: record });
      return;
    }
    const link = value[LINK.name];
    const [from, to] = [value[LINK.from], value[LINK.to]].map((end) => (isObject(end) ? this.#record(end) : undefined));
    if (from && to) {
      this.#edge(from, to, { link });
    }
    this.#members(value, fields, link === undefined ? place : { ...place, link });
  }

  #record(value: Members): GraphRecord | undefined {
    const [db, uid] = [value[RECORD.db], value[RECORD.uid]];
    if (typeof db !== 'string' || typeof uid !== 'string') {
      return undefined;
    }
    const id = textOf(value[RECORD.curie]) || `${db}:${uid}`;
    const name = textOf(value[RECORD.symbol]) || textOf(value[RECORD.title]);
    this.#nodes.push([id, categoryOf(db), name, informationResourceOf(db)]);
    return { id, db };
  }

  #edge(subject: GraphRecord, object: GraphRecord, { field = '', link }: Place): void {
    const known = typeof link === 'string' ? this.#catalog.link(link) : undefined;
    const { predicate, knowledgeLevel, agentType } = known ? relationOfLink(known) : relationOfField(field);
    const name = typeof link === 'string' ? link : field;
    this.#edges.push([
      `${subject.id}-${name}-${object.id}`,
      subject.id,
      predicate,
      object.id,
      'biolink:Association',
      knowledgeLevel,
      agentType,
      informationResourceOf(subject.db),
      name,
    ]);
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Failure);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
