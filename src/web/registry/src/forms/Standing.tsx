import type { ReactNode } from 'react';
import { FormAnnualTargetsDocument, FormReportDutiesDocument, type FormAnnualTargetsQuery } from '../../generated/graphql';
import { useAddress } from '../shell/address';
import { useAnswer } from '../shell/answers';
import { Answered } from '../shell/states';
import { useHeld } from './held';
import { textsOf, type Values } from './values';

/** What a form opens with besides what is known, where the registry knows it: annual targets that stand, to whom a report goes. */
export function Standing({ act, known, shown }: { act: string; known: Values; shown: (known: Values) => ReactNode }) {
  const plan = known['plan'];
  return typeof plan !== 'string' ? shown(known)
    : act === 'setAnnualTargets' ? <StandingAnnual known={{ ...known, plan }} shown={shown} />
    : act === 'recordAct' && known['type'] === 'REPORTED' && known['year'] ? <Addressed known={{ ...known, plan }} shown={shown} />
    : shown(known);
}

interface Props {
  known: Values & { plan: string };
  shown: (known: Values) => ReactNode;
}

/** Whom the duty names; what the opening says itself stands. */
function Addressed({ known, shown }: Props) {
  const { district } = useAddress();
  const answer = useHeld(useAnswer(FormReportDutiesDocument, { district, plan: known.plan }));
  return (
    <Answered answer={answer}>
      {(data) => {
        const duty = data.district?.plan?.reviewDuties.find((d) => d.kind === known['about'] && String(d.year) === known['year']);
        const codes = (agencies: { code: string }[] | undefined) => (agencies?.length ? agencies.map((a) => a.code) : undefined);
        return <>{shown({ ...(textsOf({ recipients: codes(duty?.recipients), copies: codes(duty?.copies) }) as Values), ...known })}</>;
      }}
    </Answered>
  );
}

/** The form of annual targets opens with those that stand; where it names an indicator, with that one's. */
function StandingAnnual({ known, shown }: Props) {
  const { district } = useAddress();
  const answer = useHeld(useAnswer(FormAnnualTargetsDocument, { district, plan: known.plan }));
  return (
    <Answered answer={answer}>
      {(data) => <>{shown({ ...known, annualTargets: merged(known, data.district?.plan?.annualTargets ?? []) })}</>}
    </Answered>
  );
}

type Rows = NonNullable<NonNullable<FormAnnualTargetsQuery['district']>['plan']>['annualTargets'];

/** What is asked for comes after what stands, unless it is of a year that has its row. */
function merged(known: Values, rows: Rows): Values[] {
  const asked = (Array.isArray(known['annualTargets']) ? known['annualTargets'] : []) as Values[];
  const named = new Set(asked.map((a) => a['indicator']));
  const standing = rows
    .filter((r) => named.size === 0 || named.has(r.indicator.code))
    .map((r) => textsOf({ ...r, indicator: r.indicator.code }) as Values);
  const isThere = (a: Values) => standing.some((s) => s['indicator'] === a['indicator'] && (!a['year'] || s['year'] === a['year']));
  return [...standing, ...asked.filter((a) => !isThere(a))];
}
