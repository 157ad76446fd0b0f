import { type SubmitEvent, useState } from 'react';

import './app.css';
import { CostLine } from './cost-line.js';
import { GenePapers } from './gene-papers.js';
import { PaperDetail } from './paper-detail.js';

export function App() {
  const [symbol, setSymbol] = useState('TP53');
  const [uid, setUid] = useState<string>();
  const search = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { value } = event.currentTarget.elements.namedItem('symbol') as HTMLInputElement;
    setSymbol(value.trim());
    setUid(undefined);
  };
  const close = (): void => {
    setUid(undefined);
  };
  return (
    <>
      <header>
        <form onSubmit={search}>
          <label>
            Human gene <input name="symbol" defaultValue={symbol} required />
          </label>
          <button type="submit">Show papers</button>
        </form>
        <CostLine />
      </header>
      <main className={uid === undefined ? '' : 'with-paper'}>
        <GenePapers key={symbol} symbol={symbol} chosen={uid} onChoose={setUid} />
        {uid !== undefined && <PaperDetail key={uid} uid={uid} onClose={close} />}
      </main>
    </>
  );
}
