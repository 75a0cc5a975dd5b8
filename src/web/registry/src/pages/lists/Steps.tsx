import { Link } from 'react-router';
import { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import type { List } from './Lists';

/** The list as it is recorded: a step fills in what is empty and says the rest again. */
const asRecorded = (l: List) => ({
  code: l.code,
  track: l.track,
  year: l.year,
  drafter: l.drafter?.code,
  coDrafters: l.coDrafters?.map((a) => a.code),
  jointSubmission: l.jointSubmission,
  submittedOn: l.submittedOn,
  approver: l.approver?.code,
  approvalDocument: l.approvalDocument?.code,
  replaces: l.replaces?.code,
  eiaOpinion: l.eiaOpinion?.code,
  waterOpinion: l.waterOpinion?.code,
});

/** What is left to do until the list is approved: entries and the bureaus' words, then it is submitted, then approved. */
export function Steps({ list }: { list: List }) {
  const { say, to } = useAddress();
  if (list.approvedOn) {
    return null;
  }
  const entries = list.entries.filter((e) => !e.dropped);
  const without = (said: (e: List['entries'][number]) => boolean | null | undefined) => entries.filter((e) => said(e) == null).length;
  const [eia, water] = [without((e) => e.eiaNeeded), without((e) => e.waterNeeded)];
  return (
    <section>
      <h2>{say('listSteps')}</h2>
      <ol className="list-steps">
        <li>{say('listRecorded')}</li>
        <li>
          {say('listEntries', { n: entries.length })} <Link to={to('applications')}>{say('applications')}</Link>
          {eia + water > 0 && <div className="quiet">{say('listWords', { eia, water })}</div>}
        </li>
        <li>
          {list.submittedOn ? (
            say('listSubmitted', { day: list.submittedOn })
          ) : (
            <ActButton
              act="approveDirectoryList"
              fill={asRecorded(list)}
              only={['submittedOn!', 'jointSubmission!', 'drafter', 'coDrafters', 'eiaOpinion', 'waterOpinion']}
              isFirst
            >
              {say('submitList')}
            </ActButton>
          )}
        </li>
        <li>
          {list.submittedOn ? (
            <ActButton
              act="approveDirectoryList"
              fill={asRecorded(list)}
              only={['approvedOn!', 'approver!', 'approvalDocument!']}
              isFirst
            >
              {say('approveList')}
            </ActButton>
          ) : (
            <>
              {say('approveList')} <span className="quiet">{say('submitFirst')}</span>
            </>
          )}
        </li>
      </ol>
    </section>
  );
}
