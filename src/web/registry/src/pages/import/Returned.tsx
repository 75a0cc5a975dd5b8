import { Button } from 'antd';
import { useAddress } from '../../shell/address';
import { useDownload } from '../../shell/download';
import { placed, Remarks } from './Remarks';

/** The rows that are given back, with why, and their workbook to be mended. */
export function Returned({ problems, workbook }: {
  problems: readonly { message: string; path?: readonly string[] | null }[];
  /** Once the others are written. */
  workbook?: string | null;
}) {
  const { say } = useAddress();
  const { isBusy, refusal, run } = useDownload(`/workbooks/${workbook}`);
  return (
    <div className="returned">
      <Remarks title={say('importReturned')} remarks={problems.map(placed)} />
      {workbook && (
        <p>
          <Button loading={isBusy} onClick={() => void run()}>
            {say('importReturnedFile')}
          </Button>
        </p>
      )}
      {refusal && (
        <p role="alert" className="field-error">
          {refusal}
        </p>
      )}
    </div>
  );
}
