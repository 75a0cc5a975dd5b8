import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useAddress, useSeen } from './address';
import { momentInTable } from './days';
import { ExportButton, ExportContext, useExports } from './exports';

/** A page's heading, which is the window's title too, and what can be done with all of it; a wide one prints across. */
export function Page({ title, isWide, onPrint, children }: {
  title: string;
  isWide?: boolean;
  /** In place of printing at once. */
  onPrint?: () => void;
  children?: ReactNode;
}) {
  const { say, lang } = useAddress();
  const name = useSeen()?.name;
  const exported = useExports();
  useEffect(() => {
    document.title = lang === 'zh' ? `${title} - ${name ?? ''}${say('registry')}` : `${title} - ${say('registry')} ${name ?? ''}`.trim();
  }, [title, name, lang, say]);
  return (
    <div className={isWide ? 'wide' : undefined}>
      <div className="page-head">
        <h1>{title}</h1>
        {children && (
          <div className="page-acts">
            <ExportButton of={exported} />
            <Button onClick={onPrint ?? (() => window.print())}>{say('print')}</Button>
          </div>
        )}
      </div>
      <ExportContext.Provider value={exported}>{children}</ExportContext.Provider>
      <Source />
    </div>
  );
}

/** An address that leads nowhere, or to what the reader may not see: one text for both. */
export function RefusedPage() {
  return <Page title={useAddress().say('refused')} />;
}

/** Where what was printed comes from. */
function Source() {
  const { say } = useAddress();
  const seen = useSeen();
  return seen ? (
    <footer className="source">
      {say('registry')} · {seen.name} · {say('asOf')} {seen.asOf} · {say('knownAt')} {momentInTable(seen.knownAt)} · {seen.vector}
    </footer>
  ) : null;
}
