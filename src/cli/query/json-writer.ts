import type { Answer } from './asker.js';
import type { AnswerWriter } from './answer-writer.js';

/** One answer as GraphQL over HTTP has it. */
export function oneAnswerAsJson(): AnswerWriter {
  return {
    begin: () => '',
    add: (answer) => [`${JSON.stringify(membersOf(answer), undefined, 2)}\n`],
    end: () => '',
  };
}

/** A list of answers, each on a line of its own. */
export function answersAsJson(): AnswerWriter {
  let count = 0;
  return {
    begin: () => '[',
    add: (answer) => {
      count += 1;
      return [`${count === 1 ? '' : ','}\n${JSON.stringify(membersOf(answer))}`];
    },
    end: () => '\n]\n',
  };
}

function membersOf({ data, errors, account }: Answer): object {
  return { ...(errors.length > 0 && { errors }), data, extensions: { entrez: account } };
}
