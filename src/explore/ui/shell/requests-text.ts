import { counted } from './counted.js';

/** A number of requests, and to whom: those for sample data reach no NCBI. */
export function requestsText(count: number, isSandbox: boolean): string {
  return `${counted(count, 'request')}${isSandbox ? '' : ' to NCBI'}`;
}
