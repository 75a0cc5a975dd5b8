import { Button } from 'antd';
import { useAddress, useSeen } from './address';
import { useDownload } from './download';

/** A paper as the server names it. */
export type PaperKind = 'reminder' | 'certificate' | 'report' | 'findings' | 'missing' | 'briefing';

/** Gives a paper of what the page shows as .docx, several as .zip; what refuses it is told beside the button. */
export function PaperButton({ paper, of = [], children }: { paper: PaperKind; of?: readonly string[]; children: string }) {
  const { say, view } = useAddress();
  const seen = useSeen()?.vector;
  // A certificate tells itself on which ledger it was decided, and is signed later than what else the page shows.
  const vector = paper === 'certificate' ? undefined : seen;
  const { isBusy, refusal, run } = useDownload('/papers');
  return (
    <span className="paper-button">
      <Button onClick={() => void run({ ...view, vector, paper, of })} disabled={isBusy}>
        {children}
      </Button>
      <span role="status">
        {isBusy && say('exporting')}
        {refusal && `${say('notExported')}${refusal}`}
      </span>
    </span>
  );
}
