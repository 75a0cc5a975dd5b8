import { Alert, Button } from 'antd';
import { useState } from 'react';
import { LedgerDocument } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { EvidenceOf } from '../../shell/Evidence';
import { FilterFoot } from '../../shell/filters';
import { StaleNote } from '../../shell/live';
import { Page } from '../../shell/Page';
import { Answered, Empty, Refused } from '../../shell/states';
import { EntryRows } from './EntryRows';
import { filterNames, LedgerFilters, useLedgerFilter } from './filters';
import { OpenEntry } from './OpenEntry';

/** Who wrote what, and what was known: the latest entries first, older ones as they are asked for. */
export default function Ledger() {
  const { say, view } = useAddress();
  const filter = useLedgerFilter();
  const [most, read] = useState(1);
  const answer = usePages(LedgerDocument, { ...view, filter }, (data) => data.district?.ledger, most);
  return (
    <Page title={say('ledger')} isWide>
      <StaleNote />
      <Answered answer={answer}>
        {(pages) => {
          const entries = pages.flatMap((p) => p.district?.ledger.nodes ?? []);
          const first = pages[0]?.district;
          const last = pages[pages.length - 1]?.district?.ledger;
          return first ? (
            <>
              {first.ledgerFault && <Alert role="alert" type="error" showIcon title={first.ledgerFault} />}
              <EvidenceOf />
              <LedgerFilters entries={entries} />
              <FilterFoot names={filterNames} hidden={first.seq - first.ledger.totalCount}>
                {say('countEntries', { n: first.ledger.totalCount })}
              </FilterFoot>
              {entries.length > 0 ? <EntryRows caption={say('ledger')} entries={entries} /> : <Empty>{say('noEntries')}</Empty>}
              {last?.pageInfo.hasNextPage && (
                <p>
                  <Button onClick={() => read((n) => n + 1)}>{say('older')}</Button>
                </p>
              )}
            </>
          ) : (
            <Refused />
          );
        }}
      </Answered>
      <OpenEntry />
    </Page>
  );
}
