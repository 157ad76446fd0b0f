/**
 * Works at several items at once and gives the results in the order of the items, so that only a few are kept. What has
 * begun is finished after an abort; nothing else is begun then.
 *
 * @param atOnce - Items that are worked at, or wait for their turn to be given.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
  signal: AbortSignal,
): AsyncGenerator<Result, void> {
  const begun: Promise<Result>[] = [];
  for (const item of items) {
    if (signal.aborted) {
      break;
    }
    const result = work(item);
    // It may fail before its turn; whoever takes it is told then.
    result.catch(() => undefined);
    begun.push(result);
    if (begun.length >= atOnce) {
      const [oldest] = begun.splice(0, 1);
      yield await (oldest ?? result);
    }
  }
  for (const result of begun) {
    yield await result;
  }
}
