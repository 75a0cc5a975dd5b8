import type { ReactNode } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { ListsDocument, type ListsQuery, type OpinionMatter } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { ActButton, TryLink } from '../../shell/forms';
import { Page, RefusedPage } from '../../shell/Page';
import { Pairs } from '../../shell/Pairs';
import { papers } from '../../shell/names';
import { RecordLink } from '../../shell/Record';
import { Answered, Empty } from '../../shell/states';
import { term } from '../../shell/words';
import { Difference } from './Difference';
import { Entries } from './Entries';
import { ListFindings } from './ListFindings';
import { Steps } from './Steps';

export type List = NonNullable<ListsQuery['district']>['directoryLists'][number];

/** The directory lists, one of them open: without a code in the address, the latest. */
export default function Lists() {
  const { say, view, to } = useAddress();
  const code = useParams().code;
  const answer = useAnswer(ListsDocument, view);
  return (
    <Answered answer={answer}>
      {({ district }) => {
        const lists = [...(district?.directoryLists ?? [])].sort((a, b) => b.year - a.year || a.code.localeCompare(b.code));
        const list = lists.find((l) => l.code === code);
        if (lists.length === 0) {
          return (
            <Page title={say('lists')}>
              <Empty>{say('noLists')}</Empty>
              <p className="buttons">
                <ActButton act="approveDirectoryList">{say('newList')}</ActButton>
              </p>
            </Page>
          );
        }
        return code === undefined ? <Navigate replace to={to(`lists/${lists[0]!.code}`)} />
          : list ? <Shown list={list} lists={lists} asOf={district!.asOf} matters={district!.opinionMatters} />
          : <RefusedPage />;
      }}
    </Answered>
  );
}

function Shown({ list, lists, asOf, matters }: { list: List; lists: List[]; asOf: string; matters: readonly OpinionMatter[] }) {
  const { say, lang, to } = useAddress();
  return (
    <Page title={`${say('lists')} ${list.code}`} isWide>
      <p className="buttons">
        <ActButton act="approveDirectoryList" like={list.code}>
          {say('newList')}
        </ActButton>
        <TryLink />
      </p>
      <nav className="chips" aria-label={say('lists')}>
        {lists.map((l) => (
          <Link key={l.code} to={to(`lists/${l.code}`)} aria-current={l === list ? 'page' : undefined}>
            {l.code} {term(lang, 'ListTrack', l.track)}
          </Link>
        ))}
      </nav>
      <div className="plan-head">
        <Pairs pairs={headOf(list)} />
      </div>
      <Steps list={list} />
      <ListFindings list={list} asOf={asOf} />
      <Entries list={list} matters={matters} />
      <Difference list={list} lists={lists} />
    </Page>
  );

  function headOf(l: List): [string, ReactNode][] {
    const none = say('notRecorded');
    const joint = l.jointSubmission == null ? none : say(l.jointSubmission ? 'yes' : 'no');
    return [
      [say('track'), `${term(lang, 'ListTrack', l.track)} ${l.year}`],
      [say('drafter'), l.drafter?.name ?? none],
      [say('coDrafters'), l.coDrafters?.map((a) => a.name).join('、') ?? none],
      [say('joint'), joint],
      [say('submitted'), l.submittedOn ?? none],
      [say('approvedBy'), l.approver?.name ?? none],
      [say('approved'), l.approvedOn ?? none],
      [say('approvalDocument'), papers(l.approvalDocument) ?? none],
      [say('eiaOpinion'), papers(l.eiaOpinion) ?? none],
      [say('waterOpinion'), papers(l.waterOpinion) ?? none],
      [say('replaces'), l.replaces?.code ?? none],
      [say('record'), <RecordLink key="record" id={l.id}>{say('entry', { n: l.seq })}</RecordLink>],
    ];
  }
}
