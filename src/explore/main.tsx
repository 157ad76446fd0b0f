import { render } from 'preact';

import { GatewayClient } from './gateway/client.js';
import { TYPE_PREFIX } from './gateway/server-settings.js';
import { CatalogDocument } from './generated/graphql.js';
import { Catalog } from './model/catalog.js';
import { Page } from './state/page.js';
import { Theme } from './state/theme.js';
import { FailureNote } from './ui/record/failure-note.js';
import { App } from './ui/shell/app.js';

/** Starts the page: the catalog first, then the exploration of the address. */
async function start(root: HTMLElement): Promise<void> {
  const theme = new Theme();
  const client = new GatewayClient();
  const { data, errors } = await client.run(CatalogDocument, {});
  if (!data) {
    const failure = errors[0] ?? { code: 'ERROR', message: 'Unknown error.' };
    render(<NotStarted failure={failure} />, root);
    return;
  }
  const page = new Page(client, new Catalog(data, TYPE_PREFIX), theme);
  page.start();
  render(<App page={page} />, root);
}

function NotStarted({ failure }: { readonly failure: { readonly code: string; readonly message: string } }) {
  return (
    <>
      <header class="top">
        <h1>
          entrez<span>graph</span>
        </h1>
      </header>
      <main class="not-started">
        <FailureNote
          what="Couldn't load the catalog"
          failure={failure}
          retry={() => {
            location.reload();
          }}
        />
      </main>
    </>
  );
}

const root = document.getElementById('app');
if (root) {
  void start(root);
}
