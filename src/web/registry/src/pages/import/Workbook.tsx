import { Alert } from 'antd';
import { useState } from 'react';
import { ImportWorkbookDocument, type ImportWorkbookMutation } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { usePageDraft } from '../../shell/pageDraft';
import { Answered } from '../../shell/states';
import { useAct } from '../../shell/act';
import { Columns } from './Columns';
import { Comes } from './Comes';
import { useInspection } from './inspect';
import { Written } from './Written';

/** What has been said of a workbook beside what stands in it. */
export interface Saying {
  /** Its directory list, and its plan. */
  list?: string;
  plan?: string;
  /** Whether the list that its title names is registered with it. */
  newList?: boolean;
  /** What its columns hold, by the place of their headings; '' is not read. */
  columns: Record<string, string>;
  /** Which agency the text of a cell means, by name. */
  agencies?: Record<string, string>;
  reason?: string;
  document?: string;
  acceptGoodRows?: boolean;
  /** What was inferred and has been confirmed. */
  confirmed?: string;
}

const nothing: Saying = { columns: {} };

export type Done = ImportWorkbookMutation['importWorkbook'];

/** ②, ③ and ④ of one workbook. */
export function Workbook({ id }: { id: string }) {
  const { say, district } = useAddress();
  const { read } = useChoices();
  const [saying, change, discard] = usePageDraft<Saying>(`import ${id}`, nothing);
  const [done, finish] = useState<Done>();
  const [refusals, refuse] = useState<readonly string[]>([]);
  const { act, isBusy } = useAct();
  const { list, plan, newList, reason, document, acceptGoodRows, columns, agencies, confirmed } = saying;
  const input = {
    district, workbook: id, list: list || undefined, plan: plan || undefined, reason: reason || undefined,
    document: document || undefined, newList: newList || undefined, acceptGoodRows: acceptGoodRows || undefined,
    columns: Object.entries(columns).map(([place, field]) => ({ place, field: field || null })),
    agencies: Object.entries(agencies ?? {}).flatMap(([text, agency]) => (agency ? [{ text, agency }] : [])),
  };
  const answer = useInspection(input);
  const { district: _, workbook, ...said } = input;
  const tell = (part: Partial<Saying>) => {
    refuse([]);
    change(part);
  };
  const write = async () => {
    const came = await act(ImportWorkbookDocument, { ...input, confirmation: confirmed }, (data) => data.importWorkbook);
    if (!came) {
      return;
    }
    if (came.data && came.problems.length === 0) {
      finish(came.data);
      discard();
    } else {
      refuse(came.problems.length > 0 ? came.problems.map((p) => p.message) : [say('importLost')]);
    }
  };
  return done ? (
    <Written done={done} name={read('name').join(',')} />
  ) : (
    <Answered answer={answer}>
      {(inspection) => {
        const gone = inspection.problems.find((p) => p.path?.[0] === 'workbook');
        return gone ? (
          <Alert role="alert" type="error" showIcon title={gone.message} />
        ) : (
          <>
            <Columns inspection={inspection} saying={saying} change={tell} again={answer.retry} name={read('name').join(',')} />
            <Comes
              inspection={inspection}
              saying={saying}
              change={tell}
              refusals={refusals}
              workbook={{ id: workbook, ...said }}
              isReady={answer.isCurrent && !isBusy}
              write={() => void write()}
            />
          </>
        );
      }}
    </Answered>
  );
}
