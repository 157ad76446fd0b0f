/**
 * Works on several items at once and yields the results in the order of the items. After an abort it starts no more work,
 * and yields what has been started.
 *
 * @param atOnce - Items in progress, or finished and waiting for their turn.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
  signal?: AbortSignal,
): AsyncGenerator<Result, void> {
  const started: Promise<Result>[] = [];
  for (const item of items) {
    if (signal?.aborted === true) {
      break;
    }
    const result = work(item);
    // It may fail before its turn, when nothing awaits it yet.
    result.catch(() => undefined);
    started.push(result);
    if (started.length >= atOnce) {
      const [oldest] = started.splice(0, 1);
      yield await (oldest ?? result);
    }
  }
  for (const result of started) {
    yield await result;
  }
}
