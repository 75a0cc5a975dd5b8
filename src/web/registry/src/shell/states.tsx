import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useAddress } from './address';
import type { Answer } from './answers';

/** What an answer gives, or what is the matter: loading, refused, failed with the old rows beneath. */
export function Answered<Data>({ answer, children }: { answer: Answer<Data>; children: (data: NonNullable<Data>) => ReactNode }) {
  const { data, error, retry } = answer;
  return (
    <>
      {error !== undefined && <Failed error={error} retry={retry} />}
      {data ? children(data) : error === undefined && <Loading />}
    </>
  );
}

export function Failed({ error, retry }: { error: string; retry: () => void }) {
  const { say } = useAddress();
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={error ? `${say('failed')}${error}` : say('offline')}
      action={<Button onClick={retry}>{say('retry')}</Button>}
    />
  );
}

/** After a fifth of a second: what is quicker needs no sign. */
export function Loading() {
  const { say } = useAddress();
  const [isShown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" aria-busy="true" aria-label={say('loading')} role="status">
      {isShown && <Skeleton title paragraph={{ rows: 12 }} />}
    </div>
  );
}

export function Refused() {
  const { say } = useAddress();
  return <p className="empty">{say('refused')}</p>;
}

export const Empty = ({ children }: { children: ReactNode }) => <p className="empty">{children}</p>;
