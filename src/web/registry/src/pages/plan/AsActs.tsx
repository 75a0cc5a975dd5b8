import { useAddress } from '../../shell/address';
import { called, papers } from '../../shell/names';
import { RecordLink } from '../../shell/Record';
import { Empty } from '../../shell/states';
import { term } from '../../shell/words';
import type { PlanData } from './Plan';

type Act = PlanData['acts'][number];

interface Props {
  plan: PlanData;
  types: readonly Act['type'][];
  /** What the section lists, and the registry keeps none of. */
  lists: string;
}

/** A step may be recorded as an act alone: day, body and paper, without what the section would list. */
export function AsActs({ plan, types, lists }: Props) {
  const { say, lang } = useAddress();
  const acts = plan.acts.filter((a) => types.includes(a.type) && a.about === 'PLAN' && a.result !== 'FAIL');
  return acts.length === 0 ? (
    <Empty>{say('notRecorded')}</Empty>
  ) : (
    <div className="empty">
      <p>{say('recordedAsAct', { lists })}</p>
      <ul>
        {acts.map((a) => (
          <li key={a.id}>
            <RecordLink id={a.id}>{`${a.on} ${term(lang, 'ActType', a.type)}`}</RecordLink>{' '}
            {[a.agency && called(a.agency), papers(a.document) ?? say('noPaperRecorded')].filter(Boolean).join(' ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
