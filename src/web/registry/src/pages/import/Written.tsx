import { Alert } from 'antd';
import { Link } from 'react-router';
import { useAddress } from '../../shell/address';
import { useMay } from '../../shell/me';
import { Effects } from '../../shell/Effects';
import { Section } from '../../shell/parts';
import { Returned } from './Returned';
import type { Done } from './Workbook';

/** What was written. */
export function Written({ done, name }: { done: Done; name: string }) {
  const { say, to } = useAddress();
  const { recorded, corrected, withdrawn, seq } = done;
  const readsLedger = useMay('District.ledger');
  return (
    <Section id="written" title={say('wasWritten')}>
      <Alert role="status" type="success" showIcon title={say('importWritten', { name, recorded, corrected, withdrawn })} />
      <p className="filter-foot">
        {readsLedger && <Link to={to('ledger', { seq: String(seq) })}>{say('entry', { n: seq ?? '' })}</Link>}
        <Link to={to('findings')}>{say('findings')}</Link>
        <Link to={to('import')}>{say('importNext')}</Link>
      </p>
      {done.returned.length > 0 && <Returned problems={done.returned} workbook={done.returnedWorkbook} />}
      <Effects opened={done.opened} cleared={done.cleared} isWritten />
    </Section>
  );
}
