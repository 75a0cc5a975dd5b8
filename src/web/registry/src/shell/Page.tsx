import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useAddress, useSeen } from './address';

/** A page's heading, which is the window's title too, and what can be done with all of it. */
export function Page({ title, children }: { title: string; children?: ReactNode }) {
  const { say, lang } = useAddress();
  const name = useSeen()?.name;
  useEffect(() => {
    document.title = lang === 'zh' ? `${title} - ${name ?? ''}${say('registry')}` : `${title} - ${say('registry')} ${name ?? ''}`.trim();
  }, [title, name, lang, say]);
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {children && <Button onClick={() => window.print()}>{say('print')}</Button>}
      </div>
      {children}
    </>
  );
}

/** An address that leads nowhere, or to what the reader may not see: one text for both. */
export function RefusedPage() {
  return <Page title={useAddress().say('refused')} />;
}
