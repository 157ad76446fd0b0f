import { countNodes } from '../../../schema/limits/node-limit.js';
import type { Gateway } from '../../../server/gateway.js';
import { connectionsIn } from '../../../rows/connections.js';
import { type PagedOperation, pagedOperation } from '../../../rows/paged-operation.js';
import { shapeOf } from '../../../rows/shape.js';
import { type Format, Mistakes, type Variables } from '../input.js';
import type { ValidDocument } from '../parts.js';

/** Page lengths to choose from. */
const PAGE_SIZES = [1000, 500, 200, 100, 50, 20];
/** Records that one operation may hold where all its pages are full: they are in memory together. */
const NODES_AT_ONCE = 200_000;

/** The operation with the pages that it requests. */
export function firstPages(gateway: Gateway, valid: ValidDocument): PagedOperation {
  const { schema } = gateway;
  const paged = pagedOperation(schema, valid);
  // What is added may be one thing too many.
  return gateway.validate(paged.document).length === 0
    ? paged
    : { ...valid, shape: shapeOf(schema, valid.document, valid.operation) };
}

interface AllPages {
  readonly variables: Variables;
  readonly format: Format;
  /** Length of the pages. Default: chosen. */
  readonly pageSize: number | undefined;
}

/**
 * The operation with pages as long as the memory allows, to be followed by the others.
 *
 * @throws Mistakes when its lists cannot be paged, or are not to be rows.
 */
export function allPages(
  gateway: Gateway,
  valid: ValidDocument,
  { variables, format, pageSize }: AllPages,
): PagedOperation {
  if (format === 'json') {
    throw new Mistakes('--all has no meaning in JSON. Choose another --format.');
  }
  const { schema, config } = gateway;
  const fromEnd = [...connectionsIn(shapeOf(schema, valid.document, valid.operation))].find(({ isLast }) => isLast);
  if (fromEnd) {
    throw new Mistakes(`--all pages from the start of a list. Remove "last" from ${fromEnd.path.join('.')}.`);
  }
  const operationName = valid.operation.name?.value;
  const most = Math.min(NODES_AT_ONCE, config.MAX_NODES);
  const sizes = (pageSize === undefined ? PAGE_SIZES : [pageSize]).map((size) => pagedOperation(schema, valid, size));
  const paged =
    sizes.find(({ document }) => countNodes({ schema, document, operationName, variableValues: variables }) <= most) ??
    firstPages(gateway, valid);
  const [mistake] = gateway.validate(paged.document);
  if (mistake) {
    throw new Mistakes(`--all cannot page this operation. ${mistake.message}`);
  }
  return paged;
}
