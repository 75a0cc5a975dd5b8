import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useAddress } from '../../shell/address';

interface Props {
  /** What is done for the reason: 退回, 撤销. */
  act: string;
  isBusy: boolean;
  send: (reason: string) => void;
  cancel: () => void;
}

/** Asks why, before something is taken back. */
export function ReasonForm({ act, isBusy, send, cancel }: Props) {
  const { say } = useAddress();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(reason);
  };
  const label = say('reasonFor', { act });
  return (
    <form className="form form-row" aria-label={label} onSubmit={submit} onKeyDown={(e) => e.key === 'Escape' && cancel()}>
      <label>
        {label}
        <input value={reason} onChange={(e) => setReason(e.target.value)} required maxLength={4000} autoFocus />
      </label>
      <span className="buttons">
        <Button danger htmlType="submit" loading={isBusy}>
          {act}
        </Button>
        <Button onClick={cancel}>{say('close')}</Button>
      </span>
    </form>
  );
}
