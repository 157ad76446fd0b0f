import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { MaxTokensParserWLexer } from '@escape.tech/graphql-armor-max-tokens';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type Source,
  TokenKind,
  validate,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

import type { ErrorCode } from '../eutils/errors.js';

/** Bounds of a query document. They leave room for every query a person or a client library writes. */
const MAX_TOKENS = 25_000;
const MAX_DEPTH = 30;
const MAX_ALIASES = 500;
const MAX_DIRECTIVES = 100;
/** Braces, brackets and parentheses inside each other. Parsing and validating call themselves for each. */
const MAX_NESTING = 200;

const report = {
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) => {
      context?.reportError(tooLarge(message));
    },
  ],
  propagateOnRejection: false,
};

const RULES: readonly ValidationRule[] = [
  maxDepthRule({ n: MAX_DEPTH, flattenFragments: true, ...report }),
  maxAliasesRule({ n: MAX_ALIASES, allowList: [], ...report }),
  maxDirectivesRule({ n: MAX_DIRECTIVES, ...report }),
];

/**
 * Parses a document, no further than to the greatest length allowed.
 *
 * @throws GraphQLError with the code `OPERATION_TOO_LARGE`, or without a code for a mistake of syntax.
 */
export function parseDocument(source: string | Source): DocumentNode {
  return new BoundedParser(source).parseDocument();
}

class BoundedParser extends MaxTokensParserWLexer {
  #nesting = 0;

  constructor(source: string | Source) {
    super(source, {
      n: MAX_TOKENS,
      onReject: [
        (_context, { message }): never => {
          throw tooLarge(message);
        },
      ],
      onAccept: [
        () => {
          this.#follow(this._lexer.token.kind);
        },
      ],
    });
  }

  #follow(kind: TokenKind): void {
    if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L || kind === TokenKind.PAREN_L) {
      this.#nesting += 1;
    } else if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R) {
      this.#nesting -= 1;
    }
    if (this.#nesting > MAX_NESTING) {
      throw tooLarge(`Nesting limit of ${MAX_NESTING} exceeded.`);
    }
  }
}

/**
 * What is too much about a document: levels, aliases, directives. To be looked at before a document is validated, which
 * takes the longer the larger it is.
 */
export function documentExcess(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  return validate(schema, document, RULES);
}

function tooLarge(message: string): GraphQLError {
  // The rules call it a mistake of syntax, which it is not.
  return new GraphQLError(message.replace('Syntax Error: ', ''), {
    extensions: { code: 'OPERATION_TOO_LARGE' satisfies ErrorCode },
  });
}
