import type { Browser, Locator, Page, Response } from 'playwright-core';

/** Somebody who uses GraphiQL, and what went wrong meanwhile. */
export class GraphiqlVisitor implements AsyncDisposable {
  readonly page: Page;
  /** Requests to other hosts, errors of the page, and violations of its Content-Security-Policy. */
  readonly complaints: string[] = [];
  readonly #origin: string;

  private constructor(page: Page, origin: string) {
    this.page = page;
    this.#origin = origin;
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) {
        this.complaints.push(`asked ${request.url()}`);
      }
    });
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        this.complaints.push(message.text());
      }
    });
  }

  static async open(browser: Browser, origin: string, link = '/graphql'): Promise<GraphiqlVisitor> {
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const visitor = new GraphiqlVisitor(await context.newPage(), origin);
    await visitor.goto(link);
    return visitor;
  }

  /** Follows a link, as from another page. */
  async goto(link: string): Promise<void> {
    // Else only the fragment would change.
    await this.page.goto('about:blank');
    await this.page.goto(`${this.#origin}${link}`);
    await this.execute.waitFor();
  }

  get execute(): Locator {
    return this.page.getByRole('button', { name: /execute/i });
  }

  async tabs(): Promise<readonly string[]> {
    return this.page.locator('.graphiql-tab').allInnerTexts();
  }

  /** Puts a text into an editor, in place of what is there. */
  async write(editor: Locator, text: string): Promise<void> {
    await editor.click();
    await this.page.keyboard.press('Control+a');
    // Pasted, since the editor closes brackets that are typed.
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await this.page.keyboard.press('Control+v');
  }

  get query(): Locator {
    return this.page.locator('.graphiql-query-editor');
  }

  /** Runs what is in the editor, or one of its operations, and gives the answer of the gateway. */
  async run(operation?: string): Promise<Response> {
    const answer = this.page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' &&
        response.request().postData()?.includes('IntrospectionQuery') !== true,
    );
    await this.execute.click();
    if (operation !== undefined) {
      await this.page.getByRole('menuitem', { name: operation }).click();
    }
    return answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close();
  }
}
