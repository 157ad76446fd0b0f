import type { Span } from '@opentelemetry/api';

interface Group {
  readonly span: Span;
  /** Keys that are waited for. */
  waits: number;
}

/** An operation whose spans are recorded, and the questions it waits for at present. */
export class TracedOperation {
  readonly span: Span;
  readonly #groups = new Map<string, Group>();

  constructor(span: Span) {
    this.span = span;
  }

  /**
   * It waits for a key. All keys of one question that are waited for at the same time share a span.
   *
   * @returns To be called when it no longer waits.
   */
  wait(question: string, begin: () => Span): () => void {
    const group = this.#groups.get(question) ?? { span: begin(), waits: 0 };
    this.#groups.set(question, group);
    group.waits += 1;
    return () => {
      group.waits -= 1;
      if (group.waits === 0) {
        this.#groups.delete(question);
        group.span.end();
      }
    };
  }

  /** The span of a question that it waits for, else its own. */
  spanOf(question: string | undefined): Span {
    return (question === undefined ? undefined : this.#groups.get(question)?.span) ?? this.span;
  }
}
