import { render } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { type Access, keepAccess, NO_ACCESS, readAccess } from '../access.js';

interface ButtonProps {
  /** Called when something was entered. */
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
      Access
    </button>
  );
}

/** The dialog has a place of its own: what asks for it, such as a failure, may be gone before it is answered. */
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
        <h2 id={heading}>Access</h2>
        <Secret
          label="Token of this gateway"
          hint="Only for a gateway that asks who you are. Its operator hands them out."
          value={token}
          change={(text) => {
            setDraft({ token: text, apiKey });
          }}
        />
        <Secret
          label="Your own NCBI API key"
          hint="With it your questions count against your own limit, and not against that of this gateway."
          value={apiKey}
          change={(text) => {
            setDraft({ token, apiKey: text });
          }}
        />
        <p class="quiet">
          Both are kept in this tab until you close it, and sent to this gateway only. They are in no address, export or
          copied query.
        </p>
        {!isSecureContext && (
          <p class="failure">This connection is not encrypted: others on the network can read what you enter.</p>
        )}
        <p class="actions">
          <button type="submit" class="primary">
            Keep
          </button>
          <button
            type="button"
            onClick={() => {
              end(NO_ACCESS);
            }}
          >
            Forget both
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
        title="Letters, digits and signs without blanks"
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
