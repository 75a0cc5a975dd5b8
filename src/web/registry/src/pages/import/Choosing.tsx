import { useState, type DragEvent } from 'react';
import { useNavigate } from 'react-router';
import { useAddress } from '../../shell/address';
import { messageOf } from '../../shell/download';
import { Section } from '../../shell/parts';

/** ① The file, chosen or dropped: it is sent at once, and its id becomes the page's address. */
export function Choosing({ hasOne }: { hasOne: boolean }) {
  const { say, lang, to } = useAddress();
  const go = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);
  const [refusal, refuse] = useState<string>();
  const send = async (file: File | undefined) => {
    if (!file || isBusy) {
      return;
    }
    refuse(undefined);
    setBusy(true);
    try {
      const response = await fetch(`/workbooks?${new URLSearchParams({ name: file.name })}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'accept-language': lang, 'content-type': 'application/octet-stream' },
        body: file,
      });
      if (response.ok) {
        const { id } = (await response.json()) as { id: string };
        void go(to(`import/${id}`, { name: file.name }));
      } else {
        refuse((await messageOf(response)) || say('offline'));
      }
    } catch {
      refuse(say('offline'));
    }
    setBusy(false);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <Section id="file" title={say('importFile')}>
      <div
        className={isOver ? 'dropping dropping-over' : 'dropping'}
        onDragOver={(e) => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor="workbook">{say(hasOne ? 'importOther' : 'importChoose')}</label>
        <input
          id="workbook"
          type="file"
          accept=".xlsx,.xls,.csv,.et"
          aria-describedby="workbook-help"
          disabled={isBusy}
          onChange={(e) => {
            void send(e.target.files?.[0]);
            // The same file, mended, may be chosen again.
            e.target.value = '';
          }}
        />
        <p className="quiet" id="workbook-help">
          {say('importHelp')}
        </p>
        <span role="status">{isBusy && say('uploading')}</span>
        {refusal !== undefined && (
          <p role="alert" className="field-error">
            {refusal}
          </p>
        )}
      </div>
    </Section>
  );
}
