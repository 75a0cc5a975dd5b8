import type { RoundRowFragment } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { useMe } from '../../shell/me';
import { Became } from './Became';

/** What whoever looks may do on a round: an asked agency replies, who leads the plan records what others say and closes it. */
export function RoundActs({ round: r, isOwnPlan }: { round: RoundRowFragment; isOwnPlan: boolean }) {
  const { say } = useAddress();
  const me = useMe();
  if (r.state === 'CLOSED') {
    return null;
  }
  const isAsked = r.agencies?.some((a) => a.code === me.agency) === true;
  const isForOthers = r.audience === 'AGENCIES' ? me.agency == null || me.role === 'REFORM_COMMISSION' : isOwnPlan;
  return (
    <div className="buttons">
      {isAsked && (
        <ActButton act="recordOpinion" fill={{ round: r.code, agency: me.agency }}>
          {say(r.ownOpinions.length > 0 ? 'replyMore' : 'reply')}
        </ActButton>
      )}
      {!isAsked && isForOthers && (
        <ActButton act="recordOpinion" fill={{ round: r.code }}>
          {say('recordOpinion')}
        </ActButton>
      )}
      {isOwnPlan && (
        <ActButton act="closeConsultation" fill={{ code: r.code }}>
          {say('closeRound')}
        </ActButton>
      )}
    </div>
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
