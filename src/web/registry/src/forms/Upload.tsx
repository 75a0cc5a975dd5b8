import { useState } from 'react';
import { useAddress } from '../shell/address';
import { messageOf } from '../shell/download';

/** What the server has taken in, by which a document names it. */
export interface Uploaded {
  sha256: string;
  bytes: number;
  name: string;
}

interface Props {
  id: string;
  /** The SHA-256 that the document has already: no other file is its own. */
  due?: string | undefined;
  taken: Uploaded | undefined;
  took: (file: Uploaded | undefined) => void;
}

/** Uploads a file of a document; it is kept when the document is recorded. */
export function Upload({ id, due, taken, took }: Props) {
  const { say, lang, district } = useAddress();
  const [isBusy, setBusy] = useState(false);
  const [refusal, refuse] = useState<string>();
  const send = async (file: File | undefined) => {
    refuse(undefined);
    took(undefined);
    if (!file) {
      return;
    }
    setBusy(true);
    try {
      const response = await fetch(`/documents?${new URLSearchParams({ district, name: file.name, ...(due && { sha256: due }) })}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'accept-language': lang, 'content-type': 'application/octet-stream' },
        body: file,
      });
      response.ok ? took((await response.json()) as Uploaded) : refuse((await messageOf(response)) || say('offline'));
    } catch {
      refuse(say('offline'));
    }
    setBusy(false);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{say('upload')}</label>
      <p className="quiet" id={`${id}-help`}>
        {say('uploadHelp')}
      </p>
      <input
        id={id}
        type="file"
        accept=".pdf,.ofd,.docx,.png,.jpg,.jpeg,.tif,.tiff"
        aria-describedby={`${id}-help`}
        onChange={(e) => void send(e.target.files?.[0])}
      />
      <span role="status">
        {isBusy && say('uploading')}
        {taken && say('uploaded', { name: taken.name, hash: taken.sha256.slice(0, 12) })}
      </span>
      {refusal !== undefined && (
        <p role="alert" className="field-error">
          {refusal}
        </p>
      )}
    </div>
  );
}
