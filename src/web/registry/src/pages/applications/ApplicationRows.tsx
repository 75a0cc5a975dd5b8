import { Link } from 'react-router';
import type { ApplicationRowFragment, OpinionMatter } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { VerdictMark } from '../../shell/marks';
import { useMe } from '../../shell/me';
import { called, papers } from '../../shell/names';
import { RecordLink } from '../../shell/Record';
import { Table, type Column } from '../../shell/table';
import { brief, term } from '../../shell/words';

export type Application = ApplicationRowFragment;

const isOpen = (a: Application) => a.state === 'APPLIED' || a.state === 'RETURNED';

export function ApplicationRows({ applications, matters }: { applications: Application[]; matters: readonly OpinionMatter[] }) {
  const { say, lang } = useAddress();
  const me = useMe();
  const columns: Column<Application>[] = [
    {
      name: 'title',
      head: say('title'),
      cell: (a) => (
        <>
          <RecordLink id={a.id}>{a.title}</RecordLink>
          <div className="quiet">
            {a.code} {brief(lang, 'PlanKind', a.kind)} {a.field}
          </div>
        </>
      ),
    },
    {
      name: 'agency',
      head: say('lead'),
      cell: (a) => (
        <>
          {a.leadAgency ? called(a.leadAgency) : say('notRecorded')}
          {a.applicant && a.applicant.name !== a.leadAgency?.name && <div>{say('appliedBy', { agency: called(a.applicant) })}</div>}
          <div className="quiet">{say('appliedOn', { day: a.appliedOn })}</div>
        </>
      ),
    },
    { name: 'horizon', head: say('horizon'), cell: (a) => `${a.horizon.from}—${a.horizon.to}` },
    { name: 'state', head: say('status'), order: (a) => a.state, cell: (a) => <State application={a} /> },
    { name: 'screening', head: say('screening'), cell: (a) => <Screening application={a} /> },
    {
      name: 'words',
      head: say('bureauWords'),
      cell: (a) => (
        <>
          <Word application={a} matter="EIA" isMine={matters.includes('EIA')} />
          <Word application={a} matter="WATER" isMine={matters.includes('WATER')} />
        </>
      ),
    },
    {
      name: 'act',
      head: say('toDo'),
      cell: (a) => (
        <>
          {a.state === 'APPLIED' && a.mayDecide && (
            <ActButton act="decideApplication" fill={{ application: a.code, ...(a.list && { list: a.list.code }) }}>
              {say('decide')}
            </ActButton>
          )}
          {a.state === 'RETURNED' && a.mayDecide && (
            <ActButton act="decideApplication" fill={{ application: a.code, outcome: 'DECLINED' }}>
              {say('decide')}
            </ActButton>
          )}
          {a.state === 'RETURNED' && (
            <ActButton act="applyForEntry" fill={{ code: a.code, title: a.title, kind: a.kind, justification: a.justification }}>
              {say('applyAgain')}
            </ActButton>
          )}
          {isOpen(a) && (me.role !== 'DEPARTMENT' || a.applicant?.code === me.agency) && (
            <ActButton act="decideApplication" fill={{ application: a.code, outcome: 'WITHDRAWN' }}>
              {term(lang, 'ApplicationOutcome', 'WITHDRAWN')}
            </ActButton>
          )}
        </>
      ),
    },
  ];
  return <Table caption={say('applications')} columns={columns} rows={applications} rowKey={(a) => a.id} />;
}

/** How it stands, since when and why; of one that is listed its entry. */
function State({ application: { state, stateSince, decisions, entry } }: { application: Application }) {
  const { say, lang, to } = useAddress();
  const last = decisions[decisions.length - 1];
  return (
    <>
      {term(lang, 'ApplicationState', state)} <span className="quiet nowrap">{stateSince}</span>
      {entry && (
        <div>
          <Link to={to(`lists/${entry.list.code}`)}>
            {entry.list.code} {entry.code}
          </Link>
        </div>
      )}
      {last && state !== 'APPLIED' && (
        <>
          {last.reason && <div>{last.reason}</div>}
          {last.demand && <div>{say('listedByDemand', { paper: papers(last.demand)! })}</div>}
        </>
      )}
    </>
  );
}

/** Each doubt with its clause; a suggestion is none. */
function Screening({ application: { screening, suggestions } }: { application: Application }) {
  const { say } = useAddress();
  return (
    <>
      {screening.length === 0 && say('noDoubts')}
      {screening.map((d) => (
        <div key={d.sentence}>
          <VerdictMark verdict={d.verdict} word={d.verdict === 'CONDITIONAL' ? say('toExplain') : undefined} /> {d.sentence}{' '}
          <small className="quiet">{d.clause}</small>
        </div>
      ))}
      {suggestions.map((s) => (
        <div key={s.sentence} className="quiet">
          {say('suggestion')} {s.sentence} <small>{s.clause}</small>
        </div>
      ))}
    </>
  );
}

interface WordProps {
  application: Application;
  matter: OpinionMatter;
  isMine: boolean;
}

/** What the bureau says, of what is listed on its entry; while it has said nothing, where to. */
function Word({ application, matter, isMine }: WordProps) {
  const { say } = useAddress();
  const on = application.entry ?? application;
  const [needed, paper] = matter === 'EIA' ? [on.eiaNeeded, on.eiaOpinion] : [on.waterNeeded, on.waterOpinion];
  const isAwaited = application.entry ? !application.entry.list.approvedOn : isOpen(application);
  return (
    <div>
      {say(matter === 'EIA' ? 'eiaNeeded' : 'waterNeeded')}: {say(needed == null ? 'notRecorded' : needed ? 'yes' : 'no')}
      {needed == null && isMine && isAwaited && (
        <div>
          <ActButton act="recordListOpinion" fill={{ application: application.code, matter }}>
            {say('giveOpinion')}
          </ActButton>
        </div>
      )}
      {needed != null && paper && <div className="quiet">{papers(paper)}</div>}
    </div>
  );
}
