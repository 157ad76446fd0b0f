import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import type { Plugin } from 'graphql-yoga';

/** Bounds of a query document. They leave room for every query a person or a client library writes. */
const MAX_TOKENS = 25_000;
const MAX_DEPTH = 30;
const MAX_ALIASES = 500;
const MAX_DIRECTIVES = 100;

/** Refuses documents that are large for the sake of being large, before they are validated or executed. */
export function limitDocuments(): Plugin[] {
  return [
    maxTokensPlugin({ n: MAX_TOKENS }),
    maxDepthPlugin({ n: MAX_DEPTH, flattenFragments: true }),
    maxAliasesPlugin({ n: MAX_ALIASES, allowList: [] }),
    maxDirectivesPlugin({ n: MAX_DIRECTIVES }),
  ];
}
