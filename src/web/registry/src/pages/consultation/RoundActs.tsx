import type { RoundRowFragment } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { useMe } from '../../shell/me';
import { Became } from './Became';
import { OpinionForms } from './OpinionForms';

/** What whoever looks may do on a round: an asked agency replies, who leads the plan records what others say and closes it. */
export function RoundActs({ round: r, isOwnPlan }: { round: RoundRowFragment; isOwnPlan: boolean }) {
  const { say } = useAddress();
  const me = useMe();
  if (r.state === 'CLOSED') {
    return null;
  }
  // What came on paper the commission records.
  const isForOthers = r.audience === 'AGENCIES' ? ['REFORM_COMMISSION', 'OPERATOR'].includes(me.role) : isOwnPlan && me.role !== 'FINANCE';
  const isForAny = ['REFORM_COMMISSION', 'OPERATOR'].includes(me.role) || (isOwnPlan && me.role === 'DEPARTMENT');
  return (
    <>
      <div className="buttons">
        {r.isAsked && (
          <ActButton act="recordOpinion" fill={{ round: r.code, ...(me.agency && { agency: me.agency }) }}>
            {say(r.ownOpinions.length > 0 ? 'replyMore' : 'reply')}
          </ActButton>
        )}
        {isForOthers && (
          <ActButton act="recordOpinion" fill={{ round: r.code, ...(r.audience !== 'AGENCIES' && { participant: '' }) }}>
            {say('recordOpinion')}
          </ActButton>
        )}
        {isOwnPlan && (
          <ActButton act="closeConsultation" fill={{ code: r.code }}>
            {say('closeRound')}
          </ActButton>
        )}
      </div>
      <OpinionForms round={r} isForAny={isForAny} />
    </>
  );
}

/** What one's own agency said in a round, and what came of it. */
export function OwnOpinions({ round, isOwnPlan }: { round: RoundRowFragment; isOwnPlan: boolean }) {
  const { say } = useAddress();
  return round.ownOpinions.length === 0 ? null : (
    <>
      <strong>{say('ownOpinions')}</strong>
      {round.ownOpinions.map((o) => (
        <div key={o.id} className="own-opinion">
          {[o.clause, o.suggestion].filter(Boolean).join(':')}
          <div>
            <Became opinion={o} isOwnPlan={isOwnPlan} />
          </div>
        </div>
      ))}
    </>
  );
}
