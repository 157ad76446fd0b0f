import type { GraphqlAnswer } from '../support/running-gateway.js';

/** What pages show in place of what is another text each time. */
const ANOTHER_EACH_TIME = '…';

/** What a page shows of an answer: the data and, of each error, what does not depend on how the query is written. */
export function shown({ data, errors }: GraphqlAnswer): unknown {
  const answer = {
    data,
    ...(errors && { errors: errors.map(({ message, path, extensions }) => ({ message, path, extensions })) }),
  };
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) => (key === 'webEnv' ? ANOTHER_EACH_TIME : value));
}
