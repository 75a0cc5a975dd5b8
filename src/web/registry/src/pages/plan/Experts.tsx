import { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { papers } from '../../shell/names';
import { Recorded, Section } from '../../shell/parts';
import { RecordLink } from '../../shell/Record';
import type { Column } from '../../shell/table';
import { term } from '../../shell/words';
import { AsActs } from './AsActs';
import type { PlanData } from './Plan';

/** Who was asked for a word on the plan, how, and what was said. */
export function Experts({ plan }: { plan: PlanData }) {
  const { say, lang } = useAddress();
  type Asked = PlanData['experts'][number];
  const columns: Column<Asked>[] = [
    { name: 'expert', head: say('expert'), cell: (a) => <RecordLink id={a.expert.id}>{a.expert.name}</RecordLink> },
    { name: 'unit', head: say('employer'), cell: (a) => a.expert.employer ?? (a.expert.form === 'INSTITUTE' ? '' : say('notRecorded')) },
    { name: 'about', head: say('about'), cell: (a) => (a.about === 'PLAN' ? say('argumentation') : term(lang, 'ActAbout', a.about)) },
    {
      name: 'draw',
      head: say('howAsked'),
      cell: (a) =>
        a.draw ? (
          <>
            <div>{a.draw.on}</div>
            {a.draw.lotOf ? say('byLot', { seq: a.draw.lotOf }) : (a.draw.reason ?? say('notRecorded'))}
            {a.draw.time != null && a.draw.time > 1 && <div>{say('drawnAgain', { n: a.draw.time, reason: a.draw.reason ?? '' })}</div>}
          </>
        ) : (
          say('notDrawn')
        ),
    },
    {
      name: 'interest',
      head: say('interest'),
      cell: (a) => (a.interest ? `${a.interest} (${a.clause})` : say('noInterest')),
    },
    {
      name: 'opinion',
      head: say('expertOpinion'),
      cell: (a) =>
        a.opinion ? (
          <>
            <RecordLink id={a.opinion.id}>{`${a.opinion.on} ${term(lang, 'ExpertConclusion', a.opinion.conclusion)}`}</RecordLink>
            <div>{a.opinion.word ?? papers(a.opinion.document)}</div>
          </>
        ) : !plan.isOwn ? null : (
          <ActButton act="recordExpertOpinion" fill={{ plan: plan.code, about: a.about, expert: a.expert.code }}>
            {say('recordOpinion')}
          </ActButton>
        ),
    },
  ];
  return (
    <Section id="experts" title={say('experts')}>
      {plan.experts.length === 0 ? (
        <AsActs plan={plan} types={['ARGUED']} lists={say('expertsOf')} />
      ) : (
        <Recorded title={say('experts')} rows={plan.experts} columns={columns} rowKey={(a) => `${a.about} ${a.expert.id}`} />
      )}
      {plan.isOwn && (
        <p className="buttons">
          <ActButton act="drawExperts" fill={{ plan: plan.code }}>
            {say('drawExperts')}
          </ActButton>
          <ActButton act="appointExpert" fill={{ plan: plan.code }}>
            {say('appointExpert')}
          </ActButton>
        </p>
      )}
    </Section>
  );
}
