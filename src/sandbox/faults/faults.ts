import { bodyFaults } from './body-faults.js';
import { citationFaults } from './citation-faults.js';
import { connectionFaults } from './connection-faults.js';
import { contradictionFaults } from './contradiction-faults.js';
import type { Fault } from './fault.js';
import { recordFaults } from './record-faults.js';
import { statusFaults } from './status-faults.js';

const TABLE = {
  ...bodyFaults,
  ...statusFaults,
  ...recordFaults,
  ...contradictionFaults,
  ...citationFaults,
  ...connectionFaults,
};

export type FaultName = keyof typeof TABLE;

/**
 * Everything that can be made to go wrong, by name. What NCBI says of the mistakes of a caller (an unknown record, a bad
 * database, too many ids, a page too far) is not among it: the sandbox answers those without being told to.
 */
export const FAULTS: Readonly<Record<FaultName, Fault>> = TABLE;

export const FAULT_NAMES = Object.keys(TABLE) as readonly FaultName[];

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(TABLE, name);
}
