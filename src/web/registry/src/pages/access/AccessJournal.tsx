import { AccessJournalDocument, type AccessJournalQuery } from '../../../generated/graphql';
import { useState } from 'react';
import { Button } from 'antd';
import { useAddress } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { momentInTable } from '../../shell/days';
import { Page } from '../../shell/Page';
import { Answered } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';

type Entry = AccessJournalQuery['accessJournal']['nodes'][number];

/** Who came, failed to, or was given something, the last first. */
export default function AccessJournal() {
  const { say, lang } = useAddress();
  const [pages, setPages] = useState(1);
  const answer = usePages(AccessJournalDocument, {}, (d) => d.accessJournal, pages);
  const columns: Column<Entry>[] = [
    { name: 'seq', head: say('seq'), cell: (e) => e.seq, isNumber: true },
    { name: 'at', head: say('moment'), cell: (e) => momentInTable(e.at) },
    { name: 'event', head: say('happened'), cell: (e) => term(lang, 'AccessEvent', e.event) },
    { name: 'name', head: say('personName'), cell: (e) => e.name },
    { name: 'about', head: say('concerns'), cell: (e) => e.about },
    { name: 'address', head: say('networkAddress'), cell: (e) => e.address },
  ];
  return (
    <Page title={say('accessJournal')} isWide>
      <Answered answer={answer}>
        {(data) => (
          <>
            <Table
              caption={say('accessJournal')}
              columns={columns}
              rows={data.flatMap((d) => d.accessJournal.nodes)}
              rowKey={(e) => String(e.seq)}
            />
            {data[data.length - 1]?.accessJournal.pageInfo.hasNextPage && (
              <Button onClick={() => setPages((n) => n + 1)}>{say('more')}</Button>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}
