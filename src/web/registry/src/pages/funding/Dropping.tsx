import { useState, type DragEvent } from 'react';
import { useClient } from 'urql';
import { FundingSheetDocument } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { messageOf } from '../../shell/download';
import type { Sheet } from './sheet';

/** The sheet that the office has, chosen or dropped: it is sent and read at once. */
export function Dropping({ isOff, take }: { isOff: boolean; take: (sheet: Sheet) => void }) {
  const { say, lang, view } = useAddress();
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);
  const [refusal, refuse] = useState<string>();
  const read = async (file: File): Promise<string | undefined> => {
    const response = await fetch(`/workbooks?${new URLSearchParams({ name: file.name })}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'accept-language': lang, 'content-type': 'application/octet-stream' },
      body: file,
    });
    if (!response.ok) {
      return messageOf(response);
    }
    const { id } = (await response.json()) as { id: string };
    const { data, error } = await client
      .query(FundingSheetDocument, { district: view.district, workbook: id }, { requestPolicy: 'network-only' }).toPromise();
    const sheet = data?.district?.fundingSheet;
    if (!sheet) {
      return error?.graphQLErrors.map((e) => e.message).join(' ') ?? '';
    }
    take({ ...sheet, workbook: id, name: file.name });
    return undefined;
  };
  const send = async (file: File | undefined) => {
    if (!file || isBusy || isOff) {
      return;
    }
    setBusy(true);
    const said = await read(file).catch(() => '');
    refuse(said === '' ? say('offline') : said);
    setBusy(false);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={isOver ? 'dropping dropping-over' : 'dropping'}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor="funding-sheet">{say('dropSheet')}</label>
      <input
        id="funding-sheet"
        type="file"
        accept=".xlsx,.xls,.csv,.et"
        aria-describedby="funding-sheet-help"
        disabled={isBusy || isOff}
        onChange={(e) => {
          void send(e.target.files?.[0]);
          // The same file, mended, may be chosen again.
          e.target.value = '';
        }}
      />
      <p className="quiet" id="funding-sheet-help">
        {say('dropSheetHelp')}
      </p>
      <span aria-live="polite">{isBusy && say('uploading')}</span>
      {refusal !== undefined && (
        <p role="alert" className="field-error">
          {refusal}
        </p>
      )}
    </div>
  );
}
