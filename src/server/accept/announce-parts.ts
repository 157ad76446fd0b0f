import type { ExecutionResult, GraphQLError } from 'graphql';

import type { Path, PendingParts, PendingPart } from './pending-parts.js';

/** A part in the format of 2022: it says itself where it belongs. */
interface LaterPart {
  readonly path?: Path;
  readonly label?: string;
  readonly data?: unknown;
  readonly items?: readonly unknown[] | null;
  readonly errors?: readonly GraphQLError[];
}

/** A payload of a streamed response in the format of 2022. */
export type Payload = ExecutionResult & {
  readonly hasNext?: boolean;
  readonly incremental?: readonly LaterPart[];
};

/** A payload of the format `incrementalSpec=v0.2`: parts are announced, referred to by id, and completed. */
export type AnnouncedPayload = ExecutionResult & {
  readonly hasNext?: boolean;
  readonly pending?: readonly { readonly id: string; readonly path: Path; readonly label?: string }[];
  readonly incremental?: readonly (Pick<LaterPart, 'data' | 'items' | 'errors'> & {
    readonly id: string;
  })[];
  readonly completed?: readonly { readonly id: string; readonly errors?: readonly GraphQLError[] }[];
};

type Announced = PendingPart & { readonly id: string };

/**
 * Turns the payloads of a streamed response from the format of 2022 into that of `incrementalSpec=v0.2`. What is announced
 * and never comes, because its type condition does not hold, is completed with the last payload.
 */
export async function* announceParts(
  payloads: AsyncIterable<Payload>,
  parts: PendingParts,
): AsyncGenerator<AnnouncedPayload, void> {
  const announcer = new Announcer(parts);
  for await (const payload of payloads) {
    yield announcer.translate(payload);
  }
}

class Announcer {
  readonly #parts: PendingParts;
  /** Announced, and not completed. */
  readonly #open = new Set<Announced>();
  #count = 0;

  constructor(parts: PendingParts) {
    this.#parts = parts;
  }

  translate({ incremental: later = [], ...payload }: Payload): AnnouncedPayload {
    const pending = this.#announce(this.#parts.within(payload.data, this.#parts.root, []));
    const incremental: NonNullable<AnnouncedPayload['incremental']>[number][] = [];
    const completed: NonNullable<AnnouncedPayload['completed']>[number][] = [];
    for (const part of this.#outerFirst(later)) {
      const { path = [], label, data, items, errors, ...rest } = part;
      const isItems = items !== undefined;
      const place = placeOf(part);
      let own = this.#announced(part);
      if (!own) {
        [own] = this.#announce([{ path: place, label, selections: [] }]) as [Announced];
        pending.push(own);
      }
      const { id, selections } = own;
      const isFailed = (isItems ? items : data) === null;
      if (!isFailed) {
        const value = isItems ? { items } : { data };
        incremental.push({ id, ...value, ...(errors && { errors }), ...rest });
      }
      const values = isItems ? (items ?? []) : [data];
      const start = isItems ? Number(path.at(-1)) : 0;
      const within = values.flatMap((value, index) =>
        this.#parts.within(value, selections, isItems ? [...place, start + index] : place),
      );
      pending.push(...this.#announce(within));
      if (isFailed || !isItems) {
        this.#open.delete(own);
        completed.push({ id, ...(isFailed && errors && { errors }) });
      }
    }
    if (payload.hasNext === false) {
      completed.push(...[...this.#open].map(({ id }) => ({ id })));
      this.#open.clear();
    }
    return {
      ...payload,
      ...(pending.length > 0 && {
        pending: pending.map(({ id, path, label }) => ({ id, path, ...(label !== undefined && { label }) })),
      }),
      ...(incremental.length > 0 && { incremental }),
      ...(completed.length > 0 && { completed }),
    };
  }

  /** Parts of a payload, each after the one that announces it; one that nothing announces comes when no other is left. */
  *#outerFirst(later: readonly LaterPart[]): Generator<LaterPart, void> {
    let left = later;
    while (left.length > 0) {
      const announced = left.filter((part) => this.#announced(part));
      const next = new Set(announced.length > 0 ? announced : left.slice(0, 1));
      yield* next;
      left = left.filter((part) => !next.has(part));
    }
  }

  #announced(part: LaterPart): Announced | undefined {
    const place = placeOf(part);
    return [...this.#open].find(({ label, path }) => label === part.label && isEqual(path, place));
  }

  #announce(parts: readonly PendingPart[]): Announced[] {
    return parts.map((part) => {
      const announced = { ...part, id: String(this.#count) };
      this.#count += 1;
      this.#open.add(announced);
      return announced;
    });
  }
}

/** Where a part was announced: items are at their list. */
function placeOf({ path = [], items }: LaterPart): Path {
  return items === undefined ? path : path.slice(0, -1);
}

function isEqual(path: Path, other: Path): boolean {
  return path.length === other.length && path.every((key, index) => key === other[index]);
}
