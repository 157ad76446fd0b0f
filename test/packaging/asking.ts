import { vi } from 'vitest';

/** Waits until an address answers with 200. */
export async function untilAnswered(url: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const { ok } = await fetch(url);
      if (!ok) {
        throw new Error(`${url} does not answer yet.`);
      }
    },
    { timeout: 60_000, interval: 100 },
  );
}

/** The answer to a GraphQL query. */
export async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}
