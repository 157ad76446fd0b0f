import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  Lexer,
  Location,
  parse,
  Source,
  Token,
  TokenKind,
  validate,
  type ValidationContext,
  type ValidationRule,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import type { ErrorCode } from '../../eutils/failures/errors.js';

/** Bounds of a query document. They leave room for every query a person or a client library writes. */
export const MAX_TOKENS = 10_000;
export const MAX_DEPTH = 30;
export const MAX_ALIASES = 500;
export const MAX_DIRECTIVES = 100;
/** Operations and fragments. Validation looks at each fragment once for each operation. */
export const MAX_DEFINITIONS = 500;
export const MAX_OPERATIONS = 50;
/** Fields and fragments that all operations select, with every fragment spread out. */
const MAX_SELECTIONS = 25_000;
/** Braces, brackets and parentheses inside each other. Parsing and validating call themselves for each. */
const MAX_NESTING = 200;

const report = {
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) => {
      // The rules call it a mistake of syntax, which it is not.
      context?.reportError(tooLarge(message.replace('Syntax Error: ', '')));
    },
  ],
  propagateOnRejection: false,
};

const RULES: readonly ValidationRule[] = [
  maxDepthRule({ n: MAX_DEPTH, flattenFragments: true, ...report }),
  maxAliasesRule({ n: MAX_ALIASES, allowList: [], ...report }),
  maxDirectivesRule({ n: MAX_DIRECTIVES, ...report }),
];

/** Characters and lines of a text up to which errors tell the line and column in it. */
const MAX_LOCATED = { length: 65_536, lines: 1000 };

/**
 * Parses a document, unless its text alone is too large. In a long text the nodes have no places: each error of an operation
 * would count the lines up to its own.
 *
 * @throws GraphQLError with the code `OPERATION_TOO_LARGE`, or without a code for a mistake of syntax.
 */
export function parseDocument(text: string | Source): DocumentNode {
  const source = typeof text === 'string' ? new Source(text) : text;
  checkExtent(source);
  const { length } = source.body;
  if (length <= MAX_LOCATED.length && (source.body.match(/\r\n|[\n\r]/g)?.length ?? 0) < MAX_LOCATED.lines) {
    return parse(source);
  }
  const [start, end] = [new Token(TokenKind.SOF, 0, 0, 0, 0), new Token(TokenKind.EOF, length, length, 0, 0)];
  return { ...parse(source, { noLocation: true }), loc: new Location(start, end, source) };
}

/** Looks at the words of a text, no further than to the first that is too many: to parse them costs ten times as much. */
function checkExtent(source: Source): void {
  const lexer = new Lexer(source);
  let [tokens, nesting, parentheses, aliases] = [0, 0, 0, 0];
  for (let kind = nextKind(lexer); kind !== TokenKind.EOF; kind = nextKind(lexer)) {
    tokens += 1;
    if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L || kind === TokenKind.PAREN_L) {
      nesting += 1;
      parentheses += kind === TokenKind.PAREN_L ? 1 : 0;
    } else if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R) {
      nesting -= 1;
      parentheses -= kind === TokenKind.PAREN_R ? 1 : 0;
    } else if (kind === TokenKind.COLON && parentheses === 0) {
      // Arguments, variables and their values have theirs in parentheses.
      aliases += 1;
    }
    refuseOver(MAX_TOKENS, tokens, 'Token');
    refuseOver(MAX_NESTING, nesting, 'Nesting');
    refuseOver(MAX_ALIASES, aliases, 'Aliases');
  }
}

/** The end of what can be read, too: the parser says better what is wrong there. */
function nextKind(lexer: Lexer): TokenKind {
  try {
    return lexer.advance().kind;
  } catch (error) {
    if (error instanceof GraphQLError) {
      return TokenKind.EOF;
    }
    throw error;
  }
}

function refuseOver(limit: number, count: number, what: string): void {
  if (count > limit) {
    throw tooLarge(`${what} limit of ${limit} exceeded.`);
  }
}

/**
 * What is too much about a document: definitions, selections, levels, aliases, directives. To be looked at before a
 * document is validated, which takes the longer the larger it is.
 */
export function documentExcess(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const { definitions } = document;
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  if (definitions.length > MAX_DEFINITIONS) {
    return [tooLarge(`Definitions limit of ${MAX_DEFINITIONS} exceeded, found ${definitions.length}.`)];
  }
  if (operations > MAX_OPERATIONS) {
    return [tooLarge(`Operations limit of ${MAX_OPERATIONS} exceeded, found ${operations}.`)];
  }
  const selections = expandedSelections(document);
  // Fragments that contain each other are a mistake that validation names.
  if (selections > MAX_SELECTIONS && selections !== Infinity) {
    return [tooLarge(`Selections limit of ${MAX_SELECTIONS} exceeded, fragments spread out.`)];
  }
  return validate(schema, document, RULES);
}

/** The error of a document that exceeds a limit. */
export function tooLarge(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE' satisfies ErrorCode } });
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fragments of a document by name; the last of those that share one. */
export function fragmentsOf(document: DocumentNode): Fragments {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
}

/**
 * Counts the selections of all operations with every fragment spread out. Takes time in proportion to the document: the
 * count of a fragment is computed once. Infinity where fragments contain each other.
 */
export function expandedSelections(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  const counts = new Map<string, number>();
  const count = ({ selections }: SelectionSetNode): number => {
    let total = selections.length;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        total += countFragment(selection.name.value);
      } else if (selection.selectionSet) {
        total += count(selection.selectionSet);
      }
    }
    return total;
  };
  const countFragment = (name: string): number => {
    const known = counts.get(name);
    const fragment = fragments.get(name);
    if (known !== undefined || !fragment) {
      return known ?? 0;
    }
    // Holds while the fragment is counted: whoever meets it then is inside it.
    counts.set(name, Infinity);
    const total = count(fragment.selectionSet);
    counts.set(name, total);
    return total;
  };
  let total = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      total += count(definition.selectionSet);
    }
  }
  return total;
}
