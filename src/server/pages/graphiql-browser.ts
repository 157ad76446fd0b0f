/** What runs and shows in the browser beside GraphiQL itself. It is no code of this program, so it is kept as text. */

/** Where the editor finds its workers. It must be said before the scripts of the editor run. */
export const ENVIRONMENT =
  'self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, name) => `graphql/${name}.worker.js` };';

/**
 * Says above the answer what the last operation cost; GraphiQL's own question for the schema is none. The parts of a
 * response that comes in parts stand in lines.
 */
const COST = `(line) => {
  const send = globalThis.fetch;
  const counted = (count, noun) => count + ' ' + noun + (count === 1 ? '' : 's');
  globalThis.fetch = async (...request) => {
    const start = performance.now();
    const response = await send(...request);
    if (String(request[1]?.body).includes('query IntrospectionQuery')) {
      return response;
    }
    response.clone().text().then((text) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const parts = text.split(/\\r?\\n/).flatMap((part) => {
        try {
          return [JSON.parse(part.replace(/^data: /, '')).extensions?.entrez ?? []].flat();
        } catch {
          return [];
        }
      });
      const cost = parts.at(-1);
      if (cost) {
        line.textContent = [
          counted(cost.calls.total + (cost.unfinished ?? 0), 'call'),
          seconds + ' s',
          ...(cost.source === 'sandbox' ? ['sample data'] : []),
        ].join(', ');
      }
    }, () => {});
    return response;
  };
}`;

/**
 * What runs in the browser. The address says in its fragment what is in the editor, `#query=…&variables=…`, or what is to
 * be: `#example=…`. Fragments do not reach the server, so they may be long, and the page is the same for all.
 */
export const START = `({ examples, tabs, headers, synonyms, likelyTypes }) => {
  // For the search of the docs.
  globalThis.isMeantBy = (field, text) => {
    const word = text.toLowerCase().replaceAll(/[^a-z]/g, '');
    return [word, word.replace(/s$/, '')].some((form) => Object.hasOwn(synonyms, form) && synonyms[form].includes(field));
  };
  globalThis.likeliestFirst = (types) => [...new Set([...likelyTypes.filter((type) => types.includes(type)), ...types])];
  const address = new URLSearchParams(location.hash.slice(1) || location.search);
  const name = address.get('example');
  const query = name === null ? (address.get('query') ?? undefined) : new Map(Object.entries(examples)).get(name);
  if (name !== null && query === undefined) {
    document.getElementById('note').textContent = 'There is no example ' + name + '.';
  }
  // Without it, an example would be given the variables of the question before.
  const variables = query === undefined ? undefined : (address.get('variables') ?? '');
  const shown = { query, variables };
  const show = (part) => {
    Object.assign(shown, part);
    const said = Object.entries(shown).filter(([, text]) => text);
    history.replaceState(null, '', location.pathname + '#' + new URLSearchParams(said));
  };
  if (query !== undefined) {
    show({});
  }
  addEventListener('hashchange', () => location.reload());
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') {
      document.querySelector('.examples').open = false;
    }
  });
  (${COST})(document.getElementById('cost'));
  YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    title: 'Graph<em>i</em>QL',
    endpoint: 'graphql',
    query,
    variables,
    defaultTabs: query === undefined ? tabs : [{ query, variables }, ...tabs],
    defaultHeaders: headers,
    defaultEditorToolsVisibility: variables ? 'variables' : false,
    shouldPersistHeaders: false,
    onEditQuery: (text) => show({ query: text }),
    onEditVariables: (text) => show({ variables: text }),
  });
}`;

/** The bar above GraphiQL, light and dark as GraphiQL is. */
export const STYLE = `
body {
  --bar: #ffffff;
  --bar-ink: #1c2430;
  --bar-quiet: #586273;
  --bar-line: #dde2e9;
  --bar-accent: #0b62c4;
  --bar-hover: #eef2f7;
  display: flex;
  flex-direction: column;
  height: 100dvh;
  margin: 0;
}
@media (prefers-color-scheme: dark) {
  body:not(.graphiql-light) {
    --bar: #161d27;
    --bar-ink: #e7ecf3;
    --bar-quiet: #9aa6b6;
    --bar-line: #2a3442;
    --bar-accent: #6cb2ff;
    --bar-hover: #1f2935;
  }
}
body.graphiql-dark {
  --bar: #161d27;
  --bar-ink: #e7ecf3;
  --bar-quiet: #9aa6b6;
  --bar-line: #2a3442;
  --bar-accent: #6cb2ff;
  --bar-hover: #1f2935;
}
#root {
  flex: 1;
  min-height: 0;
}
/* GraphiQL, which stands inside an element of the same class, takes the height of the window; the bar has a part of it. */
#root .graphiql-container {
  height: 100%;
}
.bar {
  display: flex;
  align-items: center;
  gap: 20px;
  padding: 8px 16px;
  border-bottom: 1px solid var(--bar-line);
  background: var(--bar);
  color: var(--bar-ink);
  font: 14px/1.45 system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif;
}
.bar h1 {
  margin: 0;
  font-size: 17px;
  font-weight: 650;
  letter-spacing: -0.01em;
}
.bar h1 span,
.bar a {
  color: var(--bar-accent);
}
.bar p {
  margin: 0;
  color: var(--bar-quiet);
  font-size: 13px;
}
.bar p:empty {
  display: none;
}
.bar #cost {
  margin-left: auto;
  color: var(--bar-ink);
  white-space: nowrap;
}
.bar #cost:not(:empty) + .explore {
  margin-left: 0;
}
.bar .explore {
  margin-left: auto;
  white-space: nowrap;
}
.bar :focus-visible {
  outline: 2px solid var(--bar-accent);
  outline-offset: 1px;
}
.examples {
  position: relative;
}
.examples summary {
  padding: 3px 10px;
  border: 1px solid var(--bar-line);
  border-radius: 7px;
  list-style: none;
  cursor: pointer;
}
.examples summary::after {
  content: ' ▾';
  color: var(--bar-quiet);
}
.examples summary:hover,
.examples li a:hover {
  background: var(--bar-hover);
}
.examples > ul {
  position: absolute;
  z-index: 50;
  top: calc(100% + 6px);
  left: 0;
  width: min(640px, 90vw);
  max-height: 75vh;
  overflow: auto;
  margin: 0;
  padding: 6px;
  border: 1px solid var(--bar-line);
  border-radius: 10px;
  background: var(--bar);
  box-shadow: 0 8px 28px rgb(0 0 0 / 25%);
  list-style: none;
}
.examples ul ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
.examples h2 {
  margin: 10px 10px 2px;
  font-size: 13px;
  font-weight: 650;
}
.examples li a {
  display: block;
  padding: 5px 10px;
  border-radius: 6px;
  color: var(--bar-ink);
  text-decoration: none;
}
.examples code {
  display: block;
  color: var(--bar-quiet);
  font: 11px/1.4 ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace;
}
@media (max-width: 900px) {
  .bar {
    flex-wrap: wrap;
    gap: 8px 14px;
  }
  .bar .hint {
    display: none;
  }
  .examples > ul {
    position: fixed;
    top: 56px;
    left: 5vw;
  }
  /* GraphiQL stands its parts side by side; here they stand above each other. */
  .graphiql-container .graphiql-sidebar {
    padding: 4px 0;
  }
  .graphiql-container .graphiql-sessions {
    margin: 4px 4px 4px 0;
  }
  .graphiql-container .graphiql-main,
  .graphiql-container #graphiql-session {
    flex-direction: column;
  }
  .graphiql-container #graphiql-session > * {
    min-width: 0;
    min-height: 0;
  }
  .graphiql-container .graphiql-horizontal-drag-bar {
    display: none;
  }
}
`;
