import { useEffect, useState } from 'react';
import { usePlanned } from '../../forms/planned';
import {
  TrialChoicesDocument,
  WhatIfDocument,
  type PlannedChangeInput,
  type TrialChoicesQuery,
  type WhatIfQueryVariables,
} from '../../../generated/graphql';
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
        {({ district, rules }) => (district ? (
          <>
            <Asking policy={district.policy} rules={rules} day={day} />
            <Tried day={day} government={governmentOf(district)} />
          </>
        ) : <Refused />)}
      </Answered>
    </Page>
  );
}

/** A proposal alone changes nothing: its approval may be taken for granted. */
function Approval() {
  const { lang } = useAddress();
  const ahead = saidAhead(lang);
  const { query, change } = useChoices();
  const { planned } = usePlanned();
  const isAssumed = query.get('approved') === '1';
  // The address follows a moment later: the box is ticked at once.
  const [isTicked, tick] = useState(isAssumed);
  useEffect(() => tick(isAssumed), [isAssumed]);
  return !planned.some((p) => p.act === 'proposeAmendment') ? null : (
    <p>
      <label>
        <input
          type="checkbox"
          checked={isTicked}
          onChange={(e) => {
            tick(e.target.checked);
            change({ approved: e.target.checked ? '1' : undefined });
          }}
        />{' '}
        {ahead('assumeApproval')}
      </label>{' '}
      <small className="quiet">{ahead('assumeApprovalWhy')}</small>
    </p>
  );
}

/** By whose paper a parameter is set; none where none is recorded. */
const governmentOf = ({ agencies, tier }: NonNullable<TrialChoicesQuery['district']>): string | undefined =>
  agencies.find((a) => a.role === 'GOVERNMENT' && a.tier === tier && !a.validTo)?.code;

function Tried({ day, government }: { day: string; government?: string }) {
  const { view } = useAddress();
  const { query } = useChoices();
  const triedFrom = useTried(government);
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
const policyTried = (district: string, issuer: string | undefined, key: string, value: string, from: string): PlannedChangeInput[] =>
  issuer ? [
    { registerDocument: { district, code: assumedPaper, title: '试算所假定的文件', issuer, issuedOn: from } },
    { setPolicy: { district, key, value, from, document: assumedPaper } },
  ] : [{ setPolicy: { district, key, value, from } }];
const assumedPaper = 'TRIED-POLICY';

type Asked = Pick<WhatIfQueryVariables, 'changes' | 'rules'>;

/** What was put together on forms, and what the address asks to be tried after it; where it names no day, from the one given. */
function useTried(government?: string): (day: string) => Asked | undefined {
  const { district } = useAddress();
  const { query } = useChoices();
  const { planned } = usePlanned();
  const read = (name: string) => query.get(name) ?? '';
  return (day) => {
    const changes = [
      ...planned.map(({ act, input }) => ({ [act]: { ...input, district } }) as unknown as PlannedChangeInput),
      ...(read('key') && read('value') ? policyTried(district, government, read('key'), read('value'), read('from') || day) : []),
    ];
    const rules = read('rule') ? [{ code: read('rule'), from: read('since') || day, inForce: read('force') === '1' }] : [];
    return changes.length + rules.length > 0 ? { changes, rules } : undefined;
  };
}
