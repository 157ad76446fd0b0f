import type { ArrivedRequest } from '../request-log.js';
import type { NamedExchange } from './exchange-folder.js';
import { joinAnswers } from './join.js';
import { type Question, questionOf } from './question.js';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A recorded exchange and what it asked. */
interface Recorded {
  readonly exchange: NamedExchange;
  readonly question: Question;
}

/** The headers that are given again. The rate is the sandbox's own, and so are the headers that tell it. */
const GIVEN_AGAIN: readonly string[] = ['content-type', 'retry-after'];

/** Of a parameter that differs no more is shown; lists of ids are long. */
const SHOWN = 60;
/** Differences shown, on each side. */
const DIFFERENCES = 3;

/**
 * Answers requests from recorded exchanges, whatever order they come in.
 *
 * - A question that was recorded gets its answers in turn, and the last one from then on.
 * - The ids of a batch depend on when its permit came, so batches differ from run to run. A question that NCBI answers
 *   record by record is therefore also answered from recorded ones about the same records, under any link name too, if
 *   need be put together from several; the latest good answer about each record counts. A question about all link names
 *   is not put together from answers about some.
 * - Everything else gets HTTP 404 with the nearest recorded question in plain words, never an empty answer.
 *
 * The header `x-entrez-replay` of an answer names the exchanges it comes from.
 */
export class Replay {
  readonly #recorded: readonly Recorded[];
  /** The answers that are left for each question, the last of which stays. */
  readonly #left = new Map<string, NamedExchange[]>();

  /** @param exchanges - in the order they were recorded. */
  constructor(exchanges: readonly NamedExchange[]) {
    this.#recorded = exchanges.map((exchange) => ({
      exchange,
      question: questionOf(exchange.utility, pairsOf(exchange)),
    }));
    for (const { exchange, question } of this.#recorded) {
      const key = keyOf(question);
      this.#left.set(key, [...(this.#left.get(key) ?? []), exchange]);
    }
  }

  /** The answer to a request. */
  answer({ utility, params }: Pick<ArrivedRequest, 'utility' | 'params'>): Answer {
    const question = questionOf(utility, params);
    return this.#next(question) ?? this.#fromOthers(question) ?? this.#unmatched(question);
  }

  #next(question: Question): Answer | undefined {
    const left = this.#left.get(keyOf(question));
    const next = left !== undefined && left.length > 1 ? left.shift() : left?.[0];
    return next && answerOf(next);
  }

  /** The answer out of exchanges that asked for more, or about some of these records. */
  #fromOthers(question: Question): Answer | undefined {
    const { within, parts, divisible } = question;
    if (!divisible || parts.length === 0) {
      return undefined;
    }
    const good = this.#recorded.filter((each) => within.includes(each.question.frame) && each.exchange.status === 200);
    const whole = good.findLast((each) => parts.every((part) => each.question.parts.includes(part)));
    if (whole !== undefined) {
      return answerOf(whole.exchange);
    }
    const wanted = new Map<NamedExchange, Set<string>>();
    for (const part of parts) {
      const source = good.findLast((each) => each.question.parts.includes(part))?.exchange;
      if (source === undefined) {
        return undefined;
      }
      wanted.set(source, (wanted.get(source) ?? new Set()).add(part));
    }
    const sources = [...wanted.keys()];
    const body = joinAnswers([...wanted].map(([source, these]) => ({ body: source.body, wanted: these })));
    const [first] = sources;
    return body === undefined || first === undefined ? undefined : { ...answerOf(first, ...sources.slice(1)), body };
  }

  #unmatched(question: Question): Answer {
    const shared = ({ question: other }: Recorded): number => {
      const words = new Set(other.words);
      return question.words.filter((word) => words.has(word)).length;
    };
    const [didYouMean] = this.#recorded
      .filter((each) => each.question.utility === question.utility)
      .toSorted((a, b) => shared(b) - shared(a));
    const advice =
      didYouMean === undefined
        ? `There is no recording of ${question.utility} at all.`
        : `The nearest is ${didYouMean.exchange.name}, ${difference(question, didYouMean.question)}.`;
    return {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=UTF-8' },
      body: `This ${question.utility} request was not recorded. ${advice}\n`,
    };
  }
}

function answerOf(exchange: NamedExchange, ...others: readonly NamedExchange[]): Answer {
  const { status, headers, body } = exchange;
  const again = Object.entries(headers).filter(([name]) => GIVEN_AGAIN.includes(name));
  const names = [exchange, ...others].map(({ name }) => name).join(' ');
  return { status, headers: { ...Object.fromEntries(again), 'x-entrez-replay': names }, body };
}

function pairsOf({ params }: NamedExchange): (readonly [string, string])[] {
  return Object.entries(params).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const));
}

function keyOf({ frame, parts }: Question): string {
  return [frame, ...parts].join('\n');
}

function difference(asked: Question, recorded: Question): string {
  const ours = without(asked.words, recorded.words);
  const theirs = without(recorded.words, asked.words);
  return `which has ${theirs} where this has ${ours}`;
}

/** The words that are not among the others, as many and as much of them as helps. */
function without(words: readonly string[], others: readonly string[]): string {
  const left = words.filter((word) => !others.includes(word));
  const shown = left.slice(0, DIFFERENCES).map((word) => (word.length > SHOWN ? `${word.slice(0, SHOWN - 1)}…` : word));
  const rest = left.length > DIFFERENCES ? ` and ${left.length - DIFFERENCES} more` : '';
  return left.length === 0 ? 'nothing' : `${shown.join(' ')}${rest}`;
}
