import { useState, type DragEvent } from 'react';
import { useAddress } from './address';
import { messageOf } from './download';

interface Props {
  id: string;
  label: string;
  help: string;
  isOff?: boolean;
  /** Told the id under which the server has the file; what is wrong with it comes back, '' where the server cannot be reached. */
  take: (workbook: string, name: string) => Promise<string | undefined>;
}

/** A workbook that is chosen or dropped: it is sent at once. */
export function WorkbookBox({ id, label, help, isOff, take }: Props) {
  const { say, lang } = useAddress();
  const [isBusy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);
  const [refusal, refuse] = useState<string>();
  const sent = async (file: File) => {
    const response = await fetch(`/workbooks?${new URLSearchParams({ name: file.name })}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'accept-language': lang, 'content-type': 'application/octet-stream' },
      body: file,
    });
    return response.ok ? take(((await response.json()) as { id: string }).id, file.name) : messageOf(response);
  };
  const send = async (file: File | undefined) => {
    if (!file || isBusy || isOff) {
      return;
    }
    refuse(undefined);
    setBusy(true);
    const said = await sent(file).catch(() => '');
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
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept=".xlsx,.xls,.csv,.et"
        aria-describedby={`${id}-help`}
        disabled={isBusy || isOff}
        onChange={(e) => {
          void send(e.target.files?.[0]);
          // The same file, mended, may be chosen again.
          e.target.value = '';
        }}
      />
      <p className="quiet" id={`${id}-help`}>
        {help}
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
