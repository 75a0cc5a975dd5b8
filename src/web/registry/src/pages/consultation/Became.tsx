import type { OpinionRowFragment } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { term } from '../../shell/words';

type Handling = NonNullable<OpinionRowFragment['handling']>;

/** What came of an opinion, and what is to be done about it by whoever looks: who leads the plan, or who gave it. */
export function Became({ opinion: o, isOwnPlan }: { opinion: OpinionRowFragment; isOwnPlan: boolean }) {
  const { say, lang } = useAddress();
  const result = (h: Handling) => (
    <>
      <strong>{term(lang, 'HandlingResult', h.result)}</strong> {h.on}
      {h.agreedValue && <div>{say('agreedAs', { value: h.agreedValue })}</div>}
      {h.reason && <div>{h.reason}</div>}
    </>
  );
  const isOpen = o.state === 'OPEN';
  return (
    <>
      {o.handling ? result(o.handling) : !(isOpen && isOwnPlan) && term(lang, 'OpinionState', o.state)}
      {isOpen && isOwnPlan && (
        <ActButton act="handleOpinion" fill={{ opinion: o.code }}>
          {say('handleOpinion')}
        </ActButton>
      )}
      {o.objection && <div>{say('objectedBecause', { day: o.objection.on, reason: o.objection.reason })}</div>}
      {o.review && (
        <div>
          {say('reviewed')} {result(o.review)}
        </div>
      )}
      {o.mayObject && (
        <div>
          <ActButton act="objectToHandling" fill={{ opinion: o.code }}>
            {say('object')}
          </ActButton>
        </div>
      )}
      {o.state === 'OBJECTED' && (
        <div>
          <span className="quiet">{say('toReviewByAnother')}</span>{' '}
          {isOwnPlan && (
            <ActButton act="reviewHandling" fill={{ opinion: o.code }}>
              {say('reviewHandling')}
            </ActButton>
          )}
        </div>
      )}
    </>
  );
}
