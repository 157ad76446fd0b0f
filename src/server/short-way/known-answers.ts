import type { OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';

import { CostRecorder, type Freshness } from '../../loading/operation/cost-recorder.js';
import type { CostReport } from '../../loading/operation/cost-report.js';
import type { Milliseconds } from '../../upstream/clock.js';
import { PreparedText } from '../execution/prepared-text.js';
import { type KeptAnswer, freshnessOf, WholeResult } from '../execution/response-cache.js';

const MAX_BYTES = 8 * 1024 * 1024;
const OVERHEAD_BYTES = 1024;

/** What is the same in all responses to a document. */
export interface KnownResponse {
  /** Of the operation. */
  readonly name: string | undefined;
  readonly type: OperationTypeNode | undefined;
  /** Names and values in turn, as node:http writes them fastest. */
  readonly headers: readonly string[];
}

/** A response that is ready to be sent. */
export interface Reply {
  readonly known: KnownResponse;
  readonly account: CostRecorder;
  readonly report: CostReport;
  /** How old its answer is. */
  readonly freshness: Freshness | undefined;
  readonly body: PreparedText;
}

type Ready = Omit<Reply, 'known' | 'freshness'>;

/** Answers by the bodies of the requests that they were given to. The cache of whole answers holds them, and nobody else. */
export class KnownAnswers {
  readonly #known = new LRUCache<string, { readonly response: KnownResponse; readonly answer: WeakRef<KeptAnswer> }>({
    maxSize: MAX_BYTES,
    sizeCalculation: (_known, key) => OVERHEAD_BYTES + key.length,
  });
  /** What is the same each time that an answer is given. */
  readonly #ready = new WeakMap<KeptAnswer, Ready>();

  add(key: string, response: KnownResponse, answer: KeptAnswer): void {
    this.#known.set(key, { response, answer: new WeakRef(answer) });
  }

  /** The reply to a request; undefined where there is none that still holds. */
  replyTo(key: string, now: Milliseconds): Reply | undefined {
    const known = this.#known.get(key);
    const answer = known?.answer.deref();
    if (!known || !answer || answer.until <= now) {
      return undefined;
    }
    const ready = this.#ready.get(answer) ?? readyOf(answer);
    this.#ready.set(answer, ready);
    const { account, report, body } = ready;
    return { account, report, body, known: known.response, freshness: freshnessOf(answer, now) };
  }
}

/** The report of an answer that was known as a whole is always the same: no calls, and no time. */
function readyOf(answer: KeptAnswer): Ready {
  const account = new CostRecorder();
  account.recall(answer.known, 'memory');
  const report = account.report();
  const whole = new WholeResult(answer);
  return { account, report, body: new PreparedText(whole.stringify({ extensions: { entrez: report } })) };
}
