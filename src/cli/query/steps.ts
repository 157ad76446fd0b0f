import { placeFailures } from '../../rows/failures.js';
import type { Piece } from '../../rows/piece.js';
import { project } from '../../rows/project.js';
import type { Shape } from '../../rows/shape.js';
import type { Answer } from './answer.js';
import { inOrder } from './in-order.js';
import { globalError, type InputList, piecesOf } from './inputs.js';
import type { Continuation } from './pages/continuation.js';
import { type Bookmark, bookmarkOf, listsIn, type PagedList, type Pager, shiftedError } from './pages/pager.js';
import type { Part } from './parts.js';

/** How far the rows of a command have been written. */
export interface Place {
  /** Inputs all of whose rows are written. */
  readonly inputs: number;
  /** The place in the list of the next input, if some of its rows are written. */
  readonly page?: Bookmark | undefined;
}

/** Rows that are written together. */
export interface Step {
  readonly piece: Piece;
  /** How far the rows are written with these. */
  readonly place: Place;
}

export interface StepsOptions {
  readonly inputLists: readonly InputList[];
  /** What the operation selects itself. */
  readonly shape: readonly Shape[];
  /** Loads all pages; undefined where the first ones are enough. */
  readonly pager?: Pager | undefined;
  /** The list whose pages are written one by one. */
  readonly streamed?: Continuation | undefined;
}

/**
 * Divides an answer into steps: one for each input, and one for each further page of its list.
 *
 * @param from - How far an earlier run has come, if that is within this answer.
 */
export async function* stepsOf(
  { data, errors }: Pick<Answer, 'data' | 'errors'>,
  part: Part,
  options: StepsOptions,
  from?: Place,
): AsyncGenerator<Step, void> {
  const { pager, streamed, inputLists } = options;
  const more = await pager?.complete(data, part.variables, { except: streamed?.connection });
  const pieces = piecesOf({ data, errors: [...errors, ...(more ?? [])] }, part, inputLists);
  const resumedAt = from?.inputs === part.start ? from.page : undefined;
  const begin = async ([index, piece]: readonly [number, Piece]): Promise<InputPages> => {
    const input = new InputPages(piece, { part, place: part.start + index, ...options });
    return input.begin(index === 0 ? resumedAt : undefined);
  };
  for await (const input of inOrder(numbered(pieces), pager?.atOnce ?? 1, begin)) {
    yield* input.steps();
  }
}

interface InputOptions extends StepsOptions {
  readonly part: Part;
  /** Place of the input among all. */
  readonly place: number;
}

/** A further page, and the place behind it. */
interface NextPage {
  readonly piece: Piece;
  readonly mark: Bookmark | undefined;
}

/** The pages of one input. */
class InputPages {
  readonly #piece: Piece;
  readonly #options: InputOptions;
  readonly #list: PagedList | undefined;
  #mark: Bookmark | undefined;
  #next: NextPage | undefined;
  #isResumed = false;

  constructor(piece: Piece, options: InputOptions) {
    this.#piece = piece;
    this.#options = options;
    [this.#list] = options.pager && options.streamed ? listsIn(piece.data, options.streamed) : [];
  }

  /** Loads the second page as well, since other inputs do so at the same time. */
  async begin(resumedAt: Bookmark | undefined): Promise<this> {
    const { streamed } = this.#options;
    const list = this.#list;
    this.#isResumed = list !== undefined && resumedAt !== undefined;
    this.#mark = list && streamed ? (resumedAt ?? bookmarkOf(list.value, streamed)) : undefined;
    this.#next = list && this.#mark && (await this.#load(list, this.#mark));
    return this;
  }

  async *steps(): AsyncGenerator<Step, void> {
    if (!this.#isResumed) {
      yield this.#step(this.#piece, this.#mark);
    }
    let next = this.#next;
    while (next && this.#list) {
      yield this.#step(next.piece, next.mark);
      next = next.mark && (await this.#load(this.#list, next.mark));
    }
  }

  #step(piece: Piece, page: Bookmark | undefined): Step {
    const { place, shape } = this.#options;
    const data = project(piece.data, shape);
    return { piece: { ...piece, data }, place: page ? { inputs: place, page } : { inputs: place + 1 } };
  }

  async #load(list: PagedList, mark: Bookmark): Promise<NextPage> {
    const { pager, streamed, part, place, inputLists } = this.#options;
    if (!pager || !streamed) {
      throw new Error('Only a list with a pager has further pages.');
    }
    const { value, errors } = await pager.next(list, mark, part.variables);
    const data = withValue(this.#piece.data, list.path, value && { ...list.value, ...value });
    const more = await pager.complete(data, part.variables, {
      except: streamed.connection,
      below: streamed.connection,
    });
    // In the data the page begins at 0, and its input too.
    const shown = new Map(
      [...errors, ...more].map((error) => {
        const shifted = shiftedError(error, list, mark.seen);
        return [error, globalError(shifted, inputLists, place)] as const;
      }),
    );
    const placed = placeFailures(data, [...shown.keys()], (error) => shown.get(error) ?? error);
    return {
      piece: { input: this.#piece.input, data: placed, errors: [...shown.values()] },
      mark: value ? bookmarkOf(value, streamed, mark.seen) : undefined,
    };
  }
}

/** The same data with another value at a path. */
function withValue(data: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) {
    return value;
  }
  if (Array.isArray(data)) {
    return data.with(Number(step), withValue(data[Number(step)], rest, value));
  }
  const members = data as Readonly<Record<string, unknown>>;
  return { ...members, [step]: withValue(members[step], rest, value) };
}

function* numbered(pieces: Iterable<Piece>): Generator<readonly [number, Piece], void> {
  let index = 0;
  for (const piece of pieces) {
    yield [index, piece];
    index += 1;
  }
}
