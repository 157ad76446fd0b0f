import { css, editorWorkerService, graphqlWorker, js, jsonWorker } from '@graphql-yoga/render-graphiql/graphiql';

import { FIELDS } from '../../catalog/synonyms.js';
import { type Example, exampleFragment, groupExamples } from './examples.js';
import { ENVIRONMENT, START, STYLE } from './graphiql-browser.js';

/** Files of the page, by what follows its address. They are 9 MB of text. */
export type GraphiqlParts = Readonly<Record<string, { readonly type: string; readonly text: string }>>;

const SCRIPT = 'text/javascript; charset=utf-8';
/** As the editor names them when it wants one. */
const WORKERS: Readonly<Record<string, string>> = {
  editorWorkerService,
  json: jsonWorker,
  graphql: graphqlWorker,
};

/** Shown where headers are edited; those that are commented out are not sent. */
const HEADERS = `{
  // Your own NCBI key, for its own limit. It is not kept.
  // "x-ncbi-api-key": "…"
  // Where the server asks who you are.
  // "authorization": "Bearer …"
}`;

/** Examples that the first visit finds in tabs; all are in the menu. More than a few hide each other. */
const TABS = ['first-look', 'closest-articles', 'many-genes', 'search-to-genes'];

/** Types whose fields the search of the docs lists first. */
const LIKELY_TYPES = ['Gene', 'Query', 'Search', 'PubMed'];

/**
 * GraphiQL with the examples: `graphiql.js` and `graphiql.css` for the page, and the workers of its editor, which it
 * asks for by name.
 *
 * @param hasExplore - Whether there is a page /explore to lead to.
 */
export function graphiqlParts(examples: readonly Example[], hasExplore: boolean): GraphiqlParts {
  return {
    '': { type: 'text/html; charset=utf-8', text: page(examples, hasExplore) },
    '/graphiql.js': {
      type: SCRIPT,
      text: `${ENVIRONMENT}\n${searchingSynonyms(js)};\n(${START})(${settings(examples)});\n`,
    },
    '/graphiql.css': { type: 'text/css; charset=utf-8', text: css + STYLE },
    ...Object.fromEntries(
      Object.entries(WORKERS).map(([name, text]) => [`/${name}.worker.js`, { type: SCRIPT, text }]),
    ),
  };
}

/**
 * GraphiQL's search of the docs compares names, in the order of the alphabet. Here it also finds the fields that a word may
 * mean, and those of the likeliest types first: `Gene.pubmed` for "papers". A test notices when a release of GraphiQL is
 * written otherwise.
 */
function searchingSynonyms(script: string): string {
  return script
    .replace(
      /if\(!(\w+)\((\w+),(\w+)\)\)(?=if\("args"in )/,
      (_match, matches: string, name: string, text: string) =>
        `if(!${matches}(${name},${text})&&!globalThis.isMeantBy(${name},${text}))`,
    )
    .replace(
      /(within:\[\],types:\[\],fields:\[\].{1,80}?let \w+=)(Object\.keys\(\w+\))/,
      (_match, before: string, names: string) => `${before}globalThis.likeliestFirst(${names})`,
    );
}

function settings(examples: readonly Example[]): string {
  return JSON.stringify({
    examples: Object.fromEntries(examples.map(({ name, query }) => [name, query])),
    tabs: TABS.flatMap((name) => examples.filter((example) => example.name === name)).map(({ query }) => ({ query })),
    headers: HEADERS,
    synonyms: FIELDS,
    likelyTypes: LIKELY_TYPES,
  });
}

function page(examples: readonly Example[], hasExplore: boolean): string {
  const groups = groupExamples(examples).map(
    ([group, members]) => `<li>
            <h2>${escaped(group)}</h2>
            <ul>
              ${members.map(entryOf).join('\n              ')}
            </ul>
          </li>`,
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>entrez-graph · GraphiQL</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="graphql/graphiql.css" />
    <script defer src="graphql/graphiql.js"></script>
  </head>
  <body>
    <header class="bar">
      <h1>entrez<span>graph</span></h1>
      <details class="examples">
        <summary>Examples</summary>
        <ul aria-label="Examples">
          ${groups.join('\n          ')}
        </ul>
      </details>
      <p class="hint">Pick fields in the explorer at the left. Your NCBI key goes under Headers, and is not kept.</p>
      <p id="note" role="status"></p>
      <p id="cost" role="status"></p>
      ${hasExplore ? '<a class="explore" href="explore">Explore the graph</a>' : ''}
    </header>
    <main id="root"><noscript>This editor needs JavaScript. Programs ask at the same address, by POST.</noscript></main>
  </body>
</html>
`;
}

function entryOf({ name, title }: Example): string {
  return `<li><a href="${exampleFragment(name)}">${escaped(title)}<code>${escaped(name)}</code></a></li>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
