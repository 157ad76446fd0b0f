import { render } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { type Access, keepAccess, NO_ACCESS, readAccess } from '../../gateway/access.js';

interface ButtonProps {
  /** Called after the visitor saved or cleared something. */
  readonly changed?: () => void;
}

/** Opens the dialog for the token and the key of the visitor. */
export function AccessButton({ changed }: ButtonProps) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => {
        openDialog(changed);
      }}
    >
      API key
    </button>
  );
}

/** The dialog is rendered on its own: what opens it, such as a failure note, may be gone before it closes. */
function openDialog(changed: (() => void) | undefined): void {
  const place = document.createElement('div');
  document.body.append(place);
  const closed = (): void => {
    render(null, place);
    place.remove();
  };
  const keep = (access: Access): void => {
    keepAccess(access);
    changed?.();
  };
  render(<AccessDialog keep={keep} closed={closed} />, place);
}

interface DialogProps {
  readonly keep: (access: Access) => void;
  readonly closed: () => void;
}

function AccessDialog({ keep, closed }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [{ token, apiKey }, setDraft] = useState(readAccess);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const end = (access?: Access): void => {
    dialog.current?.close();
    if (access) {
      keep(access);
    }
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={heading} onClose={closed}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          end({ token: token.trim(), apiKey: apiKey.trim() });
        }}
      >
        <h2 id={heading}>API key and token</h2>
        <Secret
          label="Gateway token"
          hint="Only for gateways that require one. Their operator issues it."
          value={token}
          change={(text) => {
            setDraft({ token: text, apiKey });
          }}
        />
        <Secret
          label="NCBI API key"
          hint="Your queries then use your own NCBI rate limit."
          value={apiKey}
          change={(text) => {
            setDraft({ token, apiKey: text });
          }}
        />
        <p class="quiet">
          Stored in this tab until you close it and sent only to this gateway. Never included in URLs, exports or copied
          queries.
        </p>
        {!isSecureContext && (
          <p class="failure">This connection is not encrypted: others on the network can read what you enter.</p>
        )}
        <p class="actions">
          <button type="submit" class="primary">
            Save
          </button>
          <button
            type="button"
            onClick={() => {
              end(NO_ACCESS);
            }}
          >
            Clear both
          </button>
          <button
            type="button"
            class="plain"
            onClick={() => {
              end();
            }}
          >
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}

interface SecretProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

function Secret({ label, hint, value, change }: SecretProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="password"
        autocomplete="off"
        spellcheck={false}
        pattern="\s*[!-~]*\s*"
        title="No spaces"
        aria-describedby={`${id}-hint`}
        value={value}
        onInput={({ currentTarget }) => {
          change(currentTarget.value);
        }}
      />
      <p id={`${id}-hint`} class="quiet">
        {hint}
      </p>
    </div>
  );
}
