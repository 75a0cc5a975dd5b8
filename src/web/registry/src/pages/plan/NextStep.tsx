import { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { tally } from '../../shell/names';
import { term } from '../../shell/words';
import type { PlanData } from './Plan';

const onItsWay = ['PROPOSED', 'DRAFTING', 'SUBMITTED', 'APPROVED'];

/** What comes next of a plan on its way, and what its submission lacks and of whom: each leads to where it stands. */
export function NextStep({ plan }: { plan: PlanData }) {
  const { say, lang } = useAddress();
  const next = plan.procedure.steps.find((s) => s.state === 'TO_DO' || s.state === 'MISSING');
  if (!onItsWay.includes(plan.status) || !next) {
    return null;
  }
  const missing = plan.submission.lines.filter((l) => l.state === 'MISSING');
  const comma = lang === 'zh' ? '、' : ', ';
  const words = tally(missing, (l) => l.holder)
    .map(([holder, lines]) => `${lines.map((l) => term(lang, 'SubmissionPaper', l.paper)).join(comma)} (${holder})`);
  return (
    <p className="next-step">
      <span>
        {say('nextStep')}
        <a href="#route">
          {term(lang, 'ActType', next.step)} ({next.by})
        </a>{' '}
        {plan.isOwn && (
          <ActButton act="recordAct" fill={{ plan: plan.code, type: next.step }}>
            {say('toDo')}
          </ActButton>
        )}
      </span>{' '}
      <span>
        {missing.length > 0 ? (
          <>
            {say('stillMissing')}
            <a href="#submission">{words.join(lang === 'zh' ? ';' : '; ')}</a>
          </>
        ) : (
          say('nothingMissing')
        )}
      </span>
    </p>
  );
}
