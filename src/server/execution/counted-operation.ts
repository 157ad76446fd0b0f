import type { BatchCost } from '../../loading/operation/batch-cost.js';
import type { CacheableResponse, CostRecorder, DegradedPart } from '../../loading/operation/cost-recorder.js';
import type { Warning } from '../../loading/operation/warnings.js';
import { Operation, type OperationOptions } from '../../loading/operation/operation.js';

/** An operation that also counts for a larger whole, whose account it adds to. A call that several share counts once there. */
export class CountedOperation extends Operation {
  readonly #whole: CostRecorder;

  constructor(options: OperationOptions, whole: CostRecorder) {
    super(options);
    this.#whole = whole;
  }

  override hit(...answer: Parameters<Operation['hit']>): void {
    super.hit(...answer);
    this.#whole.hit(...answer);
  }

  override tabled(...links: Parameters<Operation['tabled']>): void {
    super.tabled(...links);
    this.#whole.tabled(...links);
  }

  override recall(response: CacheableResponse, level: 'memory' | 'store'): void {
    // This notes its tables one by one.
    super.recall(response, level);
    this.#whole.recall({ ...response, tables: [] }, level);
  }

  override warn(warning: Warning): void {
    super.warn(warning);
    this.#whole.warn(warning);
  }

  override degrade(part: DegradedPart): void {
    super.degrade(part);
    this.#whole.degrade(part);
  }

  override bill(receipt: BatchCost): void {
    super.bill(receipt);
    this.#whole.bill(receipt);
  }
}
