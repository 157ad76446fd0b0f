import type { Operation } from '../../loading/operation/operation.js';

/** What was asked, as far as it has answered. */
type Asked = Pick<Operation, 'source'>;

/** Says that a search was in vain. Of what the sandbox answers, nothing is said about NCBI. */
export function findsNo(what: string, asked: Asked): string {
  return `${asked.source === 'sandbox' ? 'The sample data hold' : 'NCBI finds'} no ${what}`;
}

/** Says that there is none, where an answer proves it. */
export function hasNo(what: string, asked: Asked): string {
  return `${asked.source === 'sandbox' ? 'The sample data hold' : 'NCBI has'} no ${what}`;
}
