import type { ITrace, Trace } from '@apollo/usage-reporting-protobuf';
import type { GraphQLError, GraphQLResolveInfo } from 'graphql';

import { EntrezError } from '../../../eutils/failures/errors.js';
import type { Clock, Milliseconds } from '../../../upstream/clock.js';

type Node = Trace.INode;
type Path = GraphQLResolveInfo['path'];

/** Fields of a trace; of those beyond, only their number is missing, and the trace says that it is incomplete. */
export const MAX_TRACED_FIELDS = 10_000;

/**
 * What the fields of one operation took, in the form that gateways of Apollo's Federation read (`ftv1`). It has names of
 * fields and types, times and codes of errors: neither arguments nor values nor messages.
 */
export class FederatedTrace {
  readonly #clock: Clock;
  readonly #startedAt: Date;
  readonly #since: Milliseconds;
  readonly #root: Node = {};
  readonly #nodes = new Map<Path, Node>();

  /** @param startedAt - The time of day at which the operation begins. */
  constructor(clock: Clock, startedAt = new Date()) {
    this.#clock = clock;
    this.#startedAt = startedAt;
    this.#since = clock.now();
  }

  /** Notes that a field is resolved. @returns Notes that it is. */
  begin({ path, fieldName, parentType, returnType }: GraphQLResolveInfo): () => void {
    if (this.#nodes.size >= MAX_TRACED_FIELDS) {
      return () => undefined;
    }
    const node = this.#nodeOf(path);
    node.type = String(returnType);
    node.parentType = parentType.name;
    node.startTime = this.#elapsed();
    if (fieldName !== path.key) {
      node.originalFieldName = fieldName;
    }
    return () => {
      node.endTime = this.#elapsed();
    };
  }

  /** The trace of an operation that has ended. */
  end(errors: readonly GraphQLError[] = []): ITrace {
    for (const { path = [], originalError, extensions } of errors) {
      const known = originalError instanceof EntrezError ? originalError.code : extensions.code;
      const code = typeof known === 'string' ? known : 'ERROR';
      const node = this.#find(path);
      // Messages may quote what the caller sent.
      node.error = [...(node.error ?? []), { message: code, json: JSON.stringify({ message: code }) }];
    }
    const durationNs = this.#elapsed();
    return {
      startTime: timestamp(this.#startedAt.getTime()),
      endTime: timestamp(this.#startedAt.getTime() + durationNs / 1e6),
      durationNs,
      root: this.#root,
      isIncomplete: this.#nodes.size >= MAX_TRACED_FIELDS,
      fieldExecutionWeight: 1,
    };
  }

  #nodeOf(path: Path): Node {
    const known = this.#nodes.get(path);
    if (known) {
      return known;
    }
    const node: Node = typeof path.key === 'number' ? { index: path.key } : { responseName: path.key };
    const parent = path.prev ? this.#nodeOf(path.prev) : this.#root;
    (parent.child ??= []).push(node);
    this.#nodes.set(path, node);
    return node;
  }

  /** The node of a path, or the nearest one above it that was resolved. */
  #find(path: readonly (string | number)[]): Node {
    let node = this.#root;
    for (const key of path) {
      const next = node.child?.find(
        ({ index, responseName }) => (typeof key === 'number' ? index : responseName) === key,
      );
      if (!next) {
        break;
      }
      node = next;
    }
    return node;
  }

  #elapsed(): number {
    return Math.round((this.#clock.now() - this.#since) * 1e6);
  }
}

function timestamp(time: Milliseconds): { readonly seconds: number; readonly nanos: number } {
  const seconds = Math.floor(time / 1000);
  return { seconds, nanos: Math.round((time - seconds * 1000) * 1e6) };
}
