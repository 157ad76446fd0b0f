import type { DegradedPart } from '../../loading/account.js';
import { Operation, type OperationOptions } from '../../loading/operation.js';
import type { Receipt } from '../../loading/receipt.js';

/** An operation that also counts for a larger whole, whose account it adds to. A call that several share counts once there. */
export class CountedOperation extends Operation {
  readonly #whole: Operation;

  constructor(options: OperationOptions, whole: Operation) {
    super(options);
    this.#whole = whole;
  }

  override hit(...answer: Parameters<Operation['hit']>): void {
    super.hit(...answer);
    this.#whole.hit(...answer);
  }

  override recall(...whole: Parameters<Operation['recall']>): void {
    super.recall(...whole);
    this.#whole.recall(...whole);
  }

  override degrade(part: DegradedPart): void {
    super.degrade(part);
    this.#whole.degrade(part);
  }

  override spent(receipt: Receipt): void {
    super.spent(receipt);
    this.#whole.spent(receipt);
  }
}
