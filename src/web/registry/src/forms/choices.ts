import { useEffect, useState } from 'react';
import {
  ChooseAgenciesDocument, ChooseDocumentsDocument, ChooseExpertsDocument, ChooseFindingsDocument, ChooseIndicatorsDocument,
  ChooseApplicationsDocument, ChooseBasesDocument, ChooseDisputesDocument, ChooseListsDocument, ChooseOpinionsDocument, ChoosePlansDocument,
  ChoosePolicyKeysDocument, ChooseRoundsDocument, ChooseRulesDocument, ChooseTasksDocument,
} from '../../generated/graphql';
import { useAddress } from '../shell/address';
import { useAnswer } from '../shell/answers';
import { called, folded } from '../shell/names';
import { term } from '../shell/words';
import type { Kind } from './spec';

export interface Choice {
  /** What the API takes. */
  value: string;
  label: string;
  /** Other names it goes by. */
  also?: string;
}

/** What can be chosen by these words, and what it is called that is chosen already. Nothing is asked before somebody is at the field. */
export function useChoicesOf(kind: Kind, text: string, chosen: string, isAsked: boolean): { found: Choice[]; called: string | undefined } {
  const words = useSettled(text.trim());
  const sought = useSought(kind, isAsked && words !== '' ? words : undefined);
  const named = useSought(kind, chosen && (isPlan(kind) || kind === 'document') ? chosen : undefined);
  const all = useAll(kind, isAsked || chosen !== '');
  const wanted = folded(words);
  const found = [...sought, ...all.filter((c) => folded(`${c.label} ${c.value} ${c.also ?? ''}`).includes(wanted))].slice(0, 12);
  return { found, called: [...named, ...all].find((c) => c.value === chosen)?.label };
}

const isPlan = (kind: Kind): boolean => kind === 'plan' || kind === 'base';

/** Looked up by the server. */
function useSought(kind: Kind, text: string | undefined): Choice[] {
  const { district } = useAddress();
  const asked = text ? { district, text } : undefined;
  const plans = useAnswer(ChoosePlansDocument, isPlan(kind) ? asked : undefined).data?.district?.search ?? [];
  const documents = useAnswer(ChooseDocumentsDocument, kind === 'document' ? asked : undefined).data?.district?.documents.nodes ?? [];
  return [
    ...plans.flatMap((p) =>
      p.__typename === 'Plan' ? [{ value: p.code, label: `${p.title} ${p.horizon.from}—${p.horizon.to}`, also: p.code }] : [],
    ),
    ...documents.map((d) => ({ value: d.code, label: [d.number, d.title].filter(Boolean).join(' ') })),
  ];
}

/** Few enough to be read whole. */
function useAll(kind: Kind, isAsked: boolean): Choice[] {
  const { district, lang } = useAddress();
  const isExpert = kind === 'expert' || kind === 'field';
  const of = (wanted: Kind) => (isAsked && kind === wanted ? { district } : undefined);
  const agencies = useAnswer(ChooseAgenciesDocument, of('agency')).data?.district?.agencies ?? [];
  const known = useAnswer(ChooseIndicatorsDocument, of('indicator')).data?.district;
  // Those of plans above stand in the targets and allocations, and are named by their name.
  const own = new Set(known?.indicators.nodes.map((i) => i.id));
  const indicators = [
    ...(known?.indicators.nodes ?? []),
    ...[...new Set(known?.comparison.filter((c) => !own.has(c.indicator.id)).map((c) => c.indicator.name))]
      .map((name) => ({ code: name, name })),
  ];
  const assigned = useAnswer(ChooseTasksDocument, of('task')).data?.district?.assignments.nodes ?? [];
  const experts = useAnswer(ChooseExpertsDocument, isAsked && isExpert ? { district } : undefined).data?.district?.experts.nodes ?? [];
  const bases = useAnswer(ChooseBasesDocument, of('base')).data?.district?.plansToAlignWith ?? [];
  const rounds = useAnswer(ChooseRoundsDocument, of('round')).data?.district?.consultations.nodes ?? [];
  const asked = useAnswer(ChooseOpinionsDocument, of('opinion')).data?.district?.consultations.nodes ?? [];
  const disputes = useAnswer(ChooseDisputesDocument, of('dispute')).data?.district?.plans.nodes ?? [];
  const applications = useAnswer(ChooseApplicationsDocument, of('application')).data?.district?.entryApplications.nodes ?? [];
  const recorded = useAnswer(ChooseListsDocument, of('list') ?? of('openList')).data?.district?.directoryLists ?? [];
  // One that is submitted or approved takes no more entries.
  const lists = kind === 'list' ? recorded : recorded.filter((l) => !(l.submittedOn ?? l.approvedOn));
  const isFinding = kind === 'finding' || kind === 'findingKey';
  const findings = useAnswer(ChooseFindingsDocument, isAsked && isFinding ? { district } : undefined).data?.district?.findings.nodes ?? [];
  const rules = useAnswer(ChooseRulesDocument, isAsked && kind === 'rule' ? {} : undefined).data?.rules ?? [];
  const keys = useAnswer(ChoosePolicyKeysDocument, of('policyKey')).data?.district?.policy ?? [];
  return [
    ...agencies.map((a) => ({ value: a.code, label: a.name, also: a.aliases?.join(' ') })),
    ...indicators.map((i) => ({ value: i.code, label: i.name })),
    ...assigned.flatMap((a) => (a.task ? [{ value: a.task.code, label: a.task.title, also: a.task.code }] : [])),
    ...(kind === 'expert' ? experts.map((e) => ({ value: e.code, label: e.name, also: `${e.code} ${e.employer ?? ''}` })) : []),
    ...(kind === 'field' ? [...new Set(experts.flatMap((e) => e.fields))].map((f) => ({ value: f, label: f })) : []),
    ...bases.map((p) => ({ value: p.code, label: `${p.title} ${p.horizon.from}—${p.horizon.to}`, also: p.code })),
    ...rounds.map((r) => ({ value: r.code, label: `${r.plan.title} ${term(lang, 'Audience', r.audience)} ${r.openedOn}`, also: r.code })),
    ...asked.flatMap((r) =>
      r.opinions.nodes.map((o) => ({
        value: o.code,
        label: `${o.agency ? called(o.agency) : (o.participant ?? '')}:${o.suggestion ?? ''} (${r.plan.title})`,
        also: o.code,
      })),
    ),
    ...disputes.flatMap((p) =>
      p.disputes.map((d) => ({ value: d.code, label: `${d.issue ?? d.openedOn} (${p.title})`, also: d.code })),
    ),
    ...applications.map((a) => ({ value: a.code, label: a.title, also: a.code })),
    ...lists.map((l) => ({ value: l.code, label: `${l.year} ${l.code}` })),
    ...findings.map((f) => ({ value: kind === 'finding' ? f.id : f.key, label: f.sentence })),
    ...rules.map((r) => ({ value: r.code, label: `${r.code} ${r.name}`, also: r.sentence })),
    ...[...new Map(keys.map((k) => [k.key, { value: k.key, label: k.label, also: k.key }])).values()],
  ];
}

/** A fifth of a second after the last key. */
function useSettled(text: string): string {
  const [settled, settle] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => settle(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
