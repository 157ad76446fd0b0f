import type { Failure } from '../../gateway/failure-text.js';
import type { OpenedAddress } from '../../model/address.js';
import { keyOf } from '../../model/drawn-graph.js';
import { nameOfId } from '../../model/record-id.js';
import type { Explorer } from '../../state/explorer.js';
import { usePage } from '../../state/page.js';

/** Lines that are listed, and characters of each. */
const MOST_LINES = 4;
const LONGEST = 80;

/** What an address names and the page does not show: parts that cannot be read, records and links that did not load. */
export function AddressNote() {
  const { explorer, opened } = usePage();
  if (!opened.value) {
    return null;
  }
  const { leftOut } = opened.value;
  const failed = failedOf(opened.value, explorer);
  if (leftOut.length === 0 && failed.length === 0) {
    return null;
  }
  return (
    <section class="address-note" aria-label="The address">
      <div role="status">
        {leftOut.length > 0 && <p>The address has parts that cannot be read and are left out:</p>}
        <ul>
          {shortened(leftOut).map((text) => (
            <li key={text}>
              <code>{text}</code>
            </li>
          ))}
        </ul>
        {failed.length > 0 && <p>Could not be loaded:</p>}
        <ul>
          {shortened(failed.map(({ name, failure }) => `${name}: ${textOf(failure)}`)).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
      {failed.some(({ failure }) => !isNoRecord(failure)) && (
        <button
          type="button"
          onClick={() => {
            failed.forEach(({ key }) => {
              explorer.retry(key);
            });
          }}
        >
          Try again
        </button>
      )}
      <button
        type="button"
        onClick={() => {
          opened.value = undefined;
        }}
      >
        Dismiss
      </button>
    </section>
  );
}

interface Failed {
  readonly key: string;
  readonly name: string;
  readonly failure: Failure;
}

/** What was opened, is still wanted and failed. The panel of the selected record tells of its own failures. */
function failedOf(
  { exploration: { roots, expansions, picked } }: OpenedAddress,
  explorer: Explorer,
): readonly Failed[] {
  const { catalog } = explorer;
  const { failures, records } = explorer.knowledge.value;
  const now = explorer.exploration.value;
  const ids = new Set([
    ...roots,
    ...expansions.map(({ source }) => source),
    ...picked.flatMap(({ source, target }) => [source, target]),
  ]);
  const lists = expansions
    .filter(({ source }) => source !== now.selected && records.has(source))
    .map((each) => ({ key: keyOf(each, now, catalog), name: `${nameOfId(each.source)}.${each.link}` }));
  return [...[...ids].map((id) => ({ key: id, name: nameOfId(id) })), ...lists].flatMap(({ key, name }) => {
    const failure = key === now.selected || records.has(key) ? undefined : failures.get(key);
    return failure ? [{ key, name, failure }] : [];
  });
}

/** Neither an id that there is not nor a text that cannot be one names a record. */
function isNoRecord({ code }: Failure): boolean {
  return code === 'UNKNOWN_ID' || code === 'BAD_USER_INPUT';
}

function textOf(failure: Failure): string {
  return isNoRecord(failure) ? 'there is no such record.' : failure.message;
}

function shortened(texts: readonly string[]): readonly string[] {
  const more = texts.length - MOST_LINES;
  const shown = more > 1 ? texts.slice(0, MOST_LINES) : texts;
  return [
    ...shown.map((text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)),
    ...(more > 1 ? [`and ${more} more`] : []),
  ];
}
