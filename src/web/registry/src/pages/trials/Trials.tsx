import { usePlanned } from '../../forms/planned';
import { TrialChoicesDocument, WhatIfDocument, type PlannedChangeInput, type WhatIfQueryVariables } from '../../../generated/graphql';
import { useAddress, useChoices, useSeen } from '../../shell/address';
import { saidAhead } from '../../shell/aheadWords';
import { useAnswer } from '../../shell/answers';
import { useMay } from '../../shell/me';
import { Page, RefusedPage } from '../../shell/Page';
import { Answered, Refused } from '../../shell/states';
import { Asking } from './Asking';
import { Outcome } from './Outcome';
import { PlannedActs } from './PlannedActs';
import { Years } from './Years';

/** What acts, another value of a parameter, or a rule that begins or ends would come to: tried, and never written. */
export default function Trials() {
  const { say, view, lang } = useAddress();
  const ahead = saidAhead(lang);
  const day = useSeen()!.asOf;
  const mayTry = useMay('Query.whatIf');
  const choices = useAnswer(TrialChoicesDocument, { ...view, day });
  return !mayTry ? (
    <RefusedPage />
  ) : (
    <Page title={say('trials')} isWide>
      <p>{ahead('trialsHint')}</p>
      <PlannedActs />
      <Approval />
      <Answered answer={choices}>
        {({ district, rules }) => (district ? <Asking policy={district.policy} rules={rules} day={day} /> : <Refused />)}
      </Answered>
      <Tried day={day} />
    </Page>
  );
}

/** A proposal alone changes nothing: its approval may be taken for granted. */
function Approval() {
  const { lang } = useAddress();
  const ahead = saidAhead(lang);
  const { query, change } = useChoices();
  const { planned } = usePlanned();
  return !planned.some((p) => p.act === 'proposeAmendment') ? null : (
    <p>
      <label>
        <input
          type="checkbox"
          checked={query.get('approved') === '1'}
          onChange={(e) => change({ approved: e.target.checked ? '1' : undefined })}
        />{' '}
        {ahead('assumeApproval')}
      </label>{' '}
      <small className="quiet">{ahead('assumeApprovalWhy')}</small>
    </p>
  );
}

function Tried({ day }: { day: string }) {
  const { view } = useAddress();
  const { query } = useChoices();
  const triedFrom = useTried();
  const { planned } = usePlanned();
  const tried = triedFrom(day);
  const answer = useAnswer(WhatIfDocument, tried && { ...view, ...tried, assumeApproval: query.get('approved') === '1' });
  return tried && (
    <>
      <Answered answer={answer}>
        {({ whatIf }) => (whatIf ? <Outcome outcome={whatIf} planned={planned.length} /> : <Refused />)}
      </Answered>
      <Years tried={(from) => triedFrom(`${from}-01-01`)!} thisYear={Number(day.slice(0, 4))} />
    </>
  );
}

/** A value holds by a paper alone: one of the government is taken for granted with it. */
const policyTried = (district: string, key: string, value: string, from: string): PlannedChangeInput[] => [
  { registerDocument: { district, code: assumedPaper, title: '试算假定的区政府文件', issuer: '区政府', issuedOn: from } },
  { setPolicy: { district, key, value, from, document: assumedPaper } },
];
const assumedPaper = 'TRIED-POLICY';

type Asked = Pick<WhatIfQueryVariables, 'changes' | 'rules'>;

/** What was put together on forms, and what the address asks to be tried after it; where it names no day, from the one given. */
function useTried(): (day: string) => Asked | undefined {
  const { district } = useAddress();
  const { query } = useChoices();
  const { planned } = usePlanned();
  const read = (name: string) => query.get(name) ?? '';
  return (day) => {
    const changes = [
      ...planned.map(({ act, input }) => ({ [act]: { ...input, district } }) as unknown as PlannedChangeInput),
      ...(read('key') && read('value') ? policyTried(district, read('key'), read('value'), read('from') || day) : []),
    ];
    const rules = read('rule') ? [{ code: read('rule'), from: read('since') || day, inForce: read('force') === '1' }] : [];
    return changes.length + rules.length > 0 ? { changes, rules } : undefined;
  };
}
