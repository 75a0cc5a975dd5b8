import { Button } from 'antd';
import { useState } from 'react';
import { useClient } from 'urql';
import { ForgetMappingDocument } from '../../../generated/graphql';
import { Choose } from '../../forms/Choose';
import { useAddress } from '../../shell/address';
import { Section } from '../../shell/parts';
import { Table } from '../../shell/table';
import { Remarks } from './Remarks';
import type { Inspection, Sheet } from './inspect';
import type { Saying } from './Workbook';

interface Props {
  inspection: Inspection;
  /** Asks anew. */
  again: () => void;
  saying: Saying;
  change: (part: Partial<Saying>) => void;
}

/** ② Which sheets and columns were recognised; what was not can be said. */
export function Columns({ inspection, saying, change, again, name }: Props & { name: string }) {
  const { say } = useAddress();
  return (
    <Section id="columns" title={say('importColumns')}>
      {name && <p>{name}</p>}
      <div className="import-asked">
        <div className="field">
          <label htmlFor="import-list">{say('importList')}</label>
          <Choose id="import-list" kind="list" value={saying.list ?? ''} choose={(list) => change({ list })} />
        </div>
        <div className="field">
          <label htmlFor="import-plan">{say('importPlan')}</label>
          <Choose id="import-plan" kind="plan" value={saying.plan ?? ''} choose={(plan) => change({ plan })} />
        </div>
      </div>
      <label className="import-tick">
        <input type="checkbox" checked={saying.newList ?? false} onChange={(e) => change({ newList: e.target.checked })} />{' '}
        {say('importNewList')}
      </label>
      {inspection.sheets.map((sheet) => (
        <OneSheet key={sheet.name} sheet={sheet} saying={saying} change={change} again={again} />
      ))}
      <Remarks title={say('importNotices')} remarks={inspection.notices} isFolded />
    </Section>
  );
}

function OneSheet({ sheet, saying, change, again }: { sheet: Sheet } & Omit<Props, 'inspection'>) {
  const { say } = useAddress();
  return (
    <>
      <h3>{sheet.name}</h3>
      <p>
        {sheet.use
          ? say('importSheet', { use: sheet.use, n: sheet.rowCount, row: sheet.headerRow ?? '' })
          : say('importUnread')}
      </p>
      {sheet.remembered && sheet.shape && <Remembered shape={sheet.shape} again={again} />}
      {sheet.columns.length > 0 && (
        <Table
          caption={say('importColumnsOf', { sheet: sheet.name })}
          rows={sheet.columns}
          rowKey={(c) => c.place}
          columns={[
            { name: 'place', head: say('importCell'), cell: (c) => c.place.slice(sheet.name.length + 1), isMinor: true },
            { name: 'heading', head: say('importHeading'), cell: (c) => c.heading },
            {
              name: 'holds',
              head: say('importHolds'),
              cell: (c) => (
                <Holds
                  sheet={sheet}
                  column={c}
                  value={saying.columns[c.place] ?? c.field ?? ''}
                  choose={(field) => change({ columns: { ...saying.columns, [c.place]: field } })}
                />
              ),
            },
            { name: 'examples', head: say('importExamples'), cell: (c) => c.readAs.join(say('listComma')), isMinor: true },
          ]}
        />
      )}
    </>
  );
}

/** What is read as it was said the last time can be forgotten. */
function Remembered({ shape, again }: { shape: string; again: () => void }) {
  const { say, district } = useAddress();
  const client = useClient();
  const [refusal, refuse] = useState<string>();
  const forget = async () => {
    const { data, error } = await client.mutation(ForgetMappingDocument, { input: { district, shape } }).toPromise();
    const refusals = data?.forgetMapping.problems ?? error?.graphQLErrors ?? [];
    refuse(data || refusals.length > 0 ? refusals.map((p) => p.message).join(' ') : say('offline'));
    if (data) {
      again();
    }
  };
  return (
    <p>
      {say('importRemembered')} <Button onClick={() => void forget()}>{say('importForget')}</Button>{' '}
      <span role="status">{refusal}</span>
    </p>
  );
}

function Holds({ sheet, column, value, choose }: {
  sheet: Sheet;
  column: Sheet['columns'][number];
  value: string;
  choose: (field: string) => void;
}) {
  const { say } = useAddress();
  return (
    <select aria-label={say('importHoldsOf', { heading: column.heading })} value={value} onChange={(e) => choose(e.target.value)}>
      <option value="">{say('importNotRead')}</option>
      {value && !sheet.fields.some((f) => f.field === value) && <option value={value}>{column.heading}</option>}
      {sheet.fields.map((f) => (
        <option key={f.field} value={f.field}>
          {f.heading}
        </option>
      ))}
    </select>
  );
}
