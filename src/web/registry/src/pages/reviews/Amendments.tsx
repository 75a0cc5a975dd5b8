import { Link } from 'react-router';
import { AmendmentsOfAllDocument, type AmendmentsOfAllQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { Due } from '../../shell/marks';
import { called, papers } from '../../shell/names';
import { Entered, Recorded, Section } from '../../shell/parts';
import { Answered, Refused } from '../../shell/states';
import type { Column } from '../../shell/table';
import { term } from '../../shell/words';

type District = NonNullable<AmendmentsOfAllQuery['district']>;

/** From proposal to approval, and what approved ones oblige other plans to. */
export function Amendments() {
  const { view } = useAddress();
  const answer = useAnswer(AmendmentsOfAllDocument, view);
  return <Answered answer={answer}>{({ district }) => (district ? <Shown district={district} /> : <Refused />)}</Answered>;
}

function Shown({ district }: { district: District }) {
  const { say, lang, to } = useAddress();
  const amendments: Column<District['amendments']['nodes'][number]>[] = [
    { name: 'title', head: say('plan'), cell: (a) => <Link to={to(`plans/${a.plan.code}#amendments`)}>{a.plan.title}</Link> },
    { name: 'version', head: say('version'), cell: (a) => a.version, isNumber: true },
    { name: 'day', head: say('proposed'), cell: (a) => a.proposedOn },
    { name: 'until', head: say('approved'), cell: (a) => a.approvedOn ?? say('notYetApproved') },
    { name: 'changed', head: say('changed'), cell: (a) => a.changedIndicators?.map((i) => i.name).join('、') || say('notRecorded') },
    { name: 'evaluation', head: say('evaluation'), cell: (a) => papers(a.evaluation) ?? say('notRecorded') },
    { name: 'reason', head: say('reason'), cell: (a) => a.reason ?? say('notRecorded') },
    { name: 'record', head: say('record'), cell: (a) => <Entered row={a} />, isMinor: true },
  ];
  const duties: Column<District['amendmentDuties']['nodes'][number]>[] = [
    {
      name: 'due',
      head: say('due'),
      cell: (d) =>
        d.state.startsWith('DONE') ? d.due : <Due due={d.due} urgency={d.state === 'OVERDUE' ? 'OVERDUE' : null} asOf={district.asOf} />,
    },
    { name: 'title', head: say('plan'), cell: (d) => <Link to={to(`plans/${d.plan.code}#amendments`)}>{d.plan.title}</Link> },
    { name: 'agency', head: say('lead'), cell: (d) => (d.plan.leadAgencyOnDay ? called(d.plan.leadAgencyOnDay) : say('notRecorded')) },
    { name: 'state', head: say('status'), cell: (d) => term(lang, 'DutyState', d.state) },
    { name: 'reason', head: say('whyThisDay'), cell: (d) => d.reason },
  ];
  return (
    <>
      <Section id="amendments" title={say('amendments')}>
        <Recorded title={say('amendments')} rows={district.amendments.nodes} columns={amendments} rowKey={(a) => a.id} sheet="amendments" />
      </Section>
      <Section id="amendment-duties" title={say('amendmentDuties')}>
        <Recorded
          title={say('amendmentDuties')}
          rows={district.amendmentDuties.nodes}
          columns={duties}
          rowKey={(d) => d.key}
          sheet="amendmentDuties"
        />
      </Section>
    </>
  );
}
