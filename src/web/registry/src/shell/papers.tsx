import { Button } from 'antd';
import { useAddress, useSeen } from './address';
import { useDownload } from './download';

/** A paper as the server names it. */
export type PaperKind =
  | 'reminder' | 'certificate' | 'report' | 'findings' | 'missing' | 'briefing'
  | 'adoption' | 'submission' | 'reportLetter' | 'alignment' | 'alignmentRequest' | 'amendment';

/** A button that asks for a file; what refuses it is told beside it. */
export function FileButton({ path, body, isOff, children }: { path: string; body: object; isOff?: boolean; children: string }) {
  const { say } = useAddress();
  const { isBusy, refusal, run } = useDownload(path);
  return (
    <span className="paper-button">
      <Button onClick={() => void run(body)} disabled={isBusy || isOff}>
        {children}
      </Button>
      <span role="status">
        {isBusy && say('exporting')}
        {refusal && `${say('notExported')}${refusal}`}
      </span>
    </span>
  );
}

/** Gives a paper of what the page shows as .docx, several as .zip. */
export function PaperButton({ paper, of = [], children }: { paper: PaperKind; of?: readonly string[]; children: string }) {
  const { view } = useAddress();
  const seen = useSeen()?.vector;
  // A certificate tells itself on which ledger it was decided, and is signed later than what else the page shows.
  const vector = paper === 'certificate' ? undefined : seen;
  return (
    <FileButton path="/papers" body={{ ...view, vector, paper, of }}>
      {children}
    </FileButton>
  );
}
