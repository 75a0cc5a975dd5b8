import { Button } from 'antd';
import { useState } from 'react';
import { useAddress, useSeen } from './address';
import { download } from './download';

/** A paper as the server names it. */
export type PaperKind = 'reminder' | 'certificate' | 'report' | 'findings' | 'missing' | 'briefing';

/** Gives a paper of what the page shows as .docx, several as .zip; what refuses it is told beside the button. */
export function PaperButton({ paper, of = [], children }: { paper: PaperKind; of?: readonly string[]; children: string }) {
  const { say, lang, view } = useAddress();
  const vector = useSeen()?.vector;
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const run = async () => {
    setBusy(true);
    setRefusal(await download('/papers', lang, JSON.stringify({ ...view, vector, paper, of })));
    setBusy(false);
  };
  return (
    <span className="paper-button">
      <Button onClick={() => void run()} disabled={isBusy}>
        {children}
      </Button>
      <span role="status">
        {isBusy && say('exporting')}
        {refusal !== undefined && `${say('notExported')}${refusal || say('offline')}`}
      </span>
    </span>
  );
}
