import { Button } from 'antd';
import { useState } from 'react';
import { AccessJournalDocument, type AccessEvent, type AccessJournalQuery } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { momentInTable } from '../../shell/days';
import { Choice, DayChoice, Filters, Typed } from '../../shell/filters';
import { Page } from '../../shell/Page';
import { FileButton } from '../../shell/papers';
import { Answered, Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import terms from '../../shell/terms.json';
import { term } from '../../shell/words';
import { BackupNotice } from '../people/BackupNotice';

type Entry = AccessJournalQuery['accessJournal']['nodes'][number];

/** Who came, failed to, or was given something, the last first. */
export default function AccessJournal() {
  const { say, lang } = useAddress();
  const { read } = useChoices();
  const [pages, setPages] = useState(1);
  const one = (name: string) => read(name)[0];
  const filter = { events: read('event') as AccessEvent[], who: one('who'), from: one('from'), to: one('to') };
  const rows = (data: AccessJournalQuery[]) => data.flatMap((d) => d.accessJournal.nodes);
  const answer = usePages(AccessJournalDocument, { filter }, (d) => d.accessJournal, pages);
  const columns: Column<Entry>[] = [
    { name: 'seq', head: say('seq'), cell: (e) => e.seq, isNumber: true },
    { name: 'at', head: say('moment'), cell: (e) => momentInTable(e.at) },
    { name: 'event', head: say('happened'), cell: (e) => term(lang, 'AccessEvent', e.event) },
    { name: 'name', head: say('personName'), cell: (e) => e.name },
    { name: 'about', head: say('concerns'), cell: (e) => (e.aboutName ? <span title={e.about ?? ''}>{e.aboutName}</span> : e.about) },
    { name: 'address', head: say('networkAddress'), cell: (e) => e.address },
  ];
  return (
    <Page title={say('accessJournal')} isWide>
      <BackupNotice />
      <Filters>
        <Choice
          name="event"
          label={say('happened')}
          options={Object.keys(terms.AccessEvent).map((value) => ({ value, label: term(lang, 'AccessEvent', value) }))}
        />
        <Typed name="who" label={say('personName')} />
        <DayChoice name="from" label={say('fromDay')} />
        <DayChoice name="to" label={say('toDay')} />
      </Filters>
      <Answered answer={answer}>
        {(data) => (
          <>
            <p className="filter-foot">
              <strong>{say('rowsOf', { n: rows(data).length, all: data[0]!.accessJournal.totalCount })}</strong>
              <FileButton path="/export/access-journal" body={filter}>
                {say('exportExcel')}
              </FileButton>
            </p>
            {rows(data).length > 0 ? (
              <Table caption={say('accessJournal')} columns={columns} rows={rows(data)} rowKey={(e) => String(e.seq)} />
            ) : (
              <Empty>{say('noJournal')}</Empty>
            )}
            {data[data.length - 1]?.accessJournal.pageInfo.hasNextPage && (
              <Button onClick={() => setPages((n) => n + 1)}>{say('more')}</Button>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}
