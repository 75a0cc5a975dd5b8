import spec from '../../generated/forms.json';
import { asked } from '../shell/forms';
import type { Lang } from '../shell/words';

/** A label and, where there is more to say, help; Chinese first. */
type Words = [string[], string[]];

export interface Field {
  name: string;
  /** Of the contract: a scalar, an enumeration or an input. */
  type: string;
  words: Words;
  required?: boolean;
  list?: boolean;
  initial?: string;
}

interface Act {
  words: string[];
  input: string;
  /** Whether it can be tried without writing. */
  tries: boolean;
  /** Whether it may be one of what is tried together, beside others (试算). */
  planned?: boolean;
  tells: string[];
}

const acts = spec.mutations as Record<string, Act>;
const inputs = spec.inputs as unknown as Record<string, Field[]>;
const enums = spec.enums as Record<string, string[]>;

/** The mutation as a form; undefined where there is none of that name. */
export const actOf = (name: string): Act | undefined => (Object.keys(acts).includes(name) ? acts[name] : undefined);
export const fieldsOf = (input: string): Field[] | undefined => inputs[input];
export const valuesOf = (type: string): string[] | undefined => enums[type];

export const titleOf = (act: Act, lang: Lang): string => (lang === 'zh' ? act.words[0]! : asked(act.words[1]!));

/** What is chosen by name is not called a code. */
export function labelOf(field: Field, lang: Lang): string {
  const label = field.words[lang === 'zh' ? 0 : 1][0]!;
  return kinds[field.name] ? label.replace(/(.)代码$/, '$1').replace(/问题标识$/, '问题').replace(/ (codes?|keys)$/, '') : label;
}

export const helpOf = (field: Field, lang: Lang): string | undefined => field.words[lang === 'zh' ? 0 : 1][1];

/** What is chosen by name. */
export type Kind =
  | 'plan' | 'base' | 'agency' | 'document' | 'indicator' | 'task' | 'expert' | 'field' | 'list' | 'openList' | 'finding' | 'findingKey'
  | 'rule' | 'policyKey' | 'round' | 'opinion' | 'dispute' | 'application';

const kinds: Record<string, Kind> = {
  plan: 'plan', subordinate: 'plan', superior: 'plan', against: 'plan', plans: 'plan', round: 'round', opinion: 'opinion',
  opinions: 'opinion', dispute: 'dispute', application: 'application',
  agency: 'agency', coAgencies: 'agency', recipients: 'agency', copies: 'agency', hosts: 'agency', leadAgency: 'agency',
  coLeadAgencies: 'agency', approver: 'agency', issuer: 'agency', coIssuers: 'agency', onBehalfOf: 'agency', drafter: 'agency',
  coDrafters: 'agency', succeededBy: 'agency', interestedIn: 'agency', drafted: 'plan', expert: 'expert',
  applicant: 'agency', lead: 'agency', by: 'agency', schemeAgency: 'agency', scheme: 'document', task: 'task', tasks: 'task',
  indicators: 'indicator', refines: 'task',
  agencies: 'agency', override: 'document', draft: 'document',
  document: 'document', evaluation: 'document', approvalDocument: 'document', eiaOpinion: 'document', waterOpinion: 'document',
  basis: 'document', demand: 'document', list: 'list',
  indicator: 'indicator', changedIndicators: 'indicator', finding: 'finding', findings: 'findingKey', rule: 'rule', rules: 'rule',
  revocation: 'document', key: 'policyKey',
};

/** What the text of a field names, if it is another record. */
export const kindOf = (input: string, field: Field): Kind | undefined =>
  field.type !== 'String' && field.type !== 'ID' ? undefined
  : field.name === 'against' && input.includes('Alignment') ? 'base'
  : field.name === 'code' && input === 'CloseConsultationInput' ? 'round'
  : field.name === 'list' && ['DecideApplicationInput', 'ApplyForEntryInput'].includes(input) ? 'openList'
  : field.name === 'fields' && input === 'DrawExpertsInput' ? 'field'
  : field.name === 'replaces' ? (input === 'ApproveDirectoryListInput' ? 'list' : undefined)
  : field.name === 'finding' && input === 'GrantWaiverInput' ? 'findingKey'
  : kinds[field.name];

/** Where a document is somebody's word: it says nothing until it is known who issued it, and when. */
const issued: Record<string, string[]> = {
  RecordListOpinionInput: ['document'], DecideApplicationInput: ['demand'], SettleFindingInput: ['document'],
  ConfirmExemptionInput: ['document'], GrantExemptionInput: ['document'], RecordActInput: ['override'],
  GrantWaiverInput: ['document'], RevokeWaiverInput: ['revocation'],
  ApproveDirectoryListInput: ['approvalDocument', 'eiaOpinion', 'waterOpinion'], AddSubmissionItemInput: ['document'],
  SetInvestmentPlanInput: ['document'], DeclareNoChangeInput: ['document'],
};
export const isIssued = (input: string, field: Field): boolean => issued[input]?.includes(field.name) ?? false;

/** Leave names the plan that it is given for: the one of the form, or of its finding's key. */
export function plansNamed(input: string, values: { [name: string]: unknown }): string[] {
  if (input !== 'GrantWaiverInput') {
    return [];
  }
  const ofFinding = /\/plans\/([^|]+)/.exec(String(values['finding'] ?? ''))?.[1];
  return [values['plan'], ofFinding].filter((code): code is string => typeof code === 'string' && code !== '').slice(0, 1);
}

/** A paper of a submission is what its kind says. */
export const isOfKind = (input: string, field: Field): boolean => input === 'AddSubmissionItemInput' && field.name === 'document';

/** A list without items says that there are none. */
export const mayBeEmpty = (input: string, field: Field): boolean => input === 'ApproveDirectoryListInput' && field.name === 'entries';

/** What must be told unless another field tells it. */
const unless: Record<string, Record<string, string[]>> = {
  ApplyForEntryInput: { title: ['plan', 'code'], kind: ['plan', 'code'], horizon: ['plan', 'code'] },
};

export const isNeeded = (input: string, field: Field, values: { [name: string]: unknown }): boolean =>
  (field.required === true && !mayBeEmpty(input, field)) || (unless[input]?.[field.name]?.every((other) => !values[other]) ?? false);

/** What an item came with, so that every one stands there at once: what says no more is not sent. */
const given: Record<string, string> = { PointAnswerInput: 'point' };
export const givenOf = (input: string): string | undefined => given[input];

/** What stands on top besides that which must be filled in; the rest is folded. */
const top: Record<string, string[]> = {
  RecordActInput: ['agency', 'about', 'year', 'document'],
  RequestAlignmentInput: ['against', 'agency'],
  RecordAlignmentOpinionInput: ['against', 'result', 'document', 'answers'],
  PointAnswerInput: ['reason', 'ourClause', 'theirClause'],
  ProposeAmendmentInput: ['reason', 'evaluation', 'targets'],
  ApproveAmendmentInput: ['agency', 'document'],
  RegisterDocumentInput: ['number', 'issuer', 'issuedOn'],
  RegisterAgencyInput: ['role', 'aliases'],
  RegisterPlanInput: ['leadAgency', 'tier', 'approvalLevel'],
  ApproveDirectoryListInput: ['drafter', 'approver', 'approvalDocument', 'approvedOn', 'entries'],
  ApplyForEntryInput: [
    'plan', 'title', 'kind', 'leadAgency', 'horizon', 'field', 'dailyWork', 'overallImportance', 'needsGovernment', 'justification',
  ],
  DecideApplicationInput: ['list', 'reason', 'document', 'demand'],
  RecordListOpinionInput: ['application', 'list', 'entry'],
  DirectoryEntryInput: ['code', 'leadAgency', 'horizon', 'plan'],
  TargetInput: ['targetYear', 'targetValue', 'unit'],
  AllocationInput: ['targetValue', 'document'],
  LinkPlansInput: ['kind', 'from'],
  RecordReadingInput: ['source', 'cutoffOn'],
  AnnualTargetInput: ['targetValue', 'reason'],
  SettleReadingsInput: ['agency', 'document'],
  RecordFundingInput: ['money', 'budgetYear', 'arrangedOn', 'projectCode'],
  SetInvestmentPlanInput: ['whole'],
  InvestmentPlanLineInput: ['plan'],
  GrantExemptionInput: ['to'],
  SetPolicyInput: ['document', 'clause'],
  GrantWaiverInput: ['finding', 'to', 'reason'],
  DeclareNoChangeInput: ['agency'],
  HandOutFindingsInput: ['due', 'document', 'word'],
  OpenConsultationInput: ['agencies', 'dueOn', 'shorterBecause', 'draft'],
  RecordOpinionInput: ['clause', 'reason', 'agency'],
  HandleOpinionInput: ['reason', 'agreedValue'],
  ReviewHandlingInput: ['reason', 'agreedValue'],
  OpenDisputeInput: ['opinions', 'issue', 'positions', 'hostPosition', 'grounds'],
  RecordDisputeStepInput: ['conclusion', 'on'],
  IssueFundingCertificateInput: ['amount', 'project'],
  PlanTaskInput: ['kind', 'clause'],
  DecomposePlanInput: ['document'],
  AssignmentInput: ['indicator', 'task', 'coAgencies'],
  TakeUpAssignmentsInput: ['indicators', 'tasks'],
  SetTaskYearInput: ['requirement', 'noneBecause'],
  RecordTaskProgressInput: ['note', 'on'],
  RegisterExpertInput: ['form', 'employer', 'interestedIn'],
  DrawExpertsInput: ['about', 'fields'],
  AppointExpertInput: ['about'],
  RecordExpertOpinionInput: ['about', 'word', 'document'],
};

/** What acts of a type tell besides: to whom a report goes, which version is dealt with. */
const ofAct: Record<string, string[]> = {
  REPORTED: ['recipients', 'copies', 'copiedOn'],
  AMENDMENT_PROPOSED: ['version'], AMENDMENT_APPROVED: ['version', 'result'], PARTY_AGREED: ['version'],
  STANDING_COMMITTEE_APPROVED: ['version'], CORRECTION: ['version'], NO_CHANGE_DECLARED: ['against'], SUPERSEDED: ['against'],
  CONSULTED: ['hosts'], ARGUED: ['hosts', 'result'], ALIGNED: ['result'], LEGALITY_REVIEWED: ['result'],
};

/** On top besides, by what is filled in so far. */
export const isOfAct = (input: string, field: Field, values: { [name: string]: unknown }): boolean =>
  input === 'RecordActInput'
  && ((ofAct[String(values['type'])]?.includes(field.name) ?? false)
    || (values['about'] === 'AMENDMENT' && field.name === 'version'));

export const isOnTop = (input: string, field: Field): boolean => field.required === true || (top[input]?.includes(field.name) ?? false);

/** Sentences want room. */
const long = new Set([
  'reason', 'note', 'wording', 'droppedReason', 'word', 'suggestion', 'agreedValue', 'shorterBecause', 'issue', 'positions', 'hostPosition',
  'justification', 'grounds', 'conclusion', 'requirement', 'noneBecause',
]);
export const isLong = (field: Field): boolean => long.has(field.name);
