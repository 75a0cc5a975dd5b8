import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useAddress, useChoices, type Choices } from './address';
import { useMay, useMe } from './me';
import { Loading } from './states';
import { term, type Lang } from './words';

const OpenForm = lazy(() => import('../forms/OpenForm'));

/** The form that the address names; its code is read when there is one. */
export function NamedForm() {
  const { query } = useChoices();
  return query.has('form') ? (
    <Suspense fallback={<Loading />}>
      <OpenForm />
    </Suspense>
  ) : null;
}

/** What a button says. */
export const actName = (lang: Lang, act: string): string =>
  (lang === 'zh' ? term(lang, 'Command', act) : asked(term(lang, 'Command', act)));

/** The contract says what an act does, a button what is to be done. */
export const asked = (does: string): string =>
  does.replace(/^([A-Z][a-z]+)ies (?=[a-z])/, '$1y ').replace(/^([A-Z][a-z]+)s (?=[a-z])/, '$1 ');

/** What a form opens with: a remedy of a finding, another list, a record to be withdrawn, or what is known. */
export interface Opening {
  of?: string;
  remedy?: number;
  like?: string;
  withdraw?: boolean;
  fill?: object;
  /** It is about the findings or plans that are ticked. */
  ticked?: boolean;
  /** One step of it: the fields that are asked for, those with a ! to be filled in; the others go as they are filled in. */
  only?: readonly string[];
}

interface Props extends Opening {
  /** The mutation that the form is of. */
  act: string;
  children: string;
  isFirst?: boolean;
  isOff?: boolean;
  /** What is told where one points at it. */
  title?: string;
}

/** Opens the form of an act; absent for who may not do it, and where the page shows another day or moment than now. */
export function ActButton({ act, children, isFirst, isOff, title, of, remedy, like, withdraw, fill, ticked, only }: Props) {
  const { change } = useChoices();
  return useMayWrite(act) ? (
    <Button
      type={isFirst ? 'primary' : 'default'}
      disabled={isOff}
      title={title}
      onClick={() =>
        change({
          form: act, of, like,
          remedy: remedy ? String(remedy) : undefined,
          withdraw: withdraw ? '1' : undefined,
          fill: fill && JSON.stringify(fill),
          ticked: ticked ? '1' : undefined,
          only: only?.join(),
        })
      }
    >
      {children}
    </Button>
  ) : null;
}

/** To the page on which it is tried what acts and decisions would come to; absent for who may not try. */
export function TryLink({ children, choices }: { children?: string; choices?: Choices }) {
  const { say, to } = useAddress();
  return useMay('Query.whatIf') ? (
    <Link className={children ? undefined : 'nowrap'} to={to('trials', choices)}>
      {children ?? say('trials')}
    </Link>
  ) : null;
}

export function useMayWrite(act: string): boolean {
  const { asOf, knownAt } = useAddress();
  return useMay(`Mutation.${act}`) && asOf === undefined && knownAt === undefined;
}

interface Mendable {
  key: string;
  id: string;
  remedies: readonly { act: string; agency?: { code: string } | null }[];
  responsible?: { code: string } | null;
}

/** Hands a finding to whose it is; where its act is one's own, or nobody may hand it out, there is no such button. */
export function HandOutButton({ finding }: { finding: Mendable }) {
  const { say } = useAddress();
  const me = useMe();
  const first = finding.remedies[0];
  const agency = finding.responsible?.code ?? first?.agency?.code;
  return first && first.agency?.code === me.agency ? null : (
    <ActButton act="handOutFindings" fill={{ findings: [finding.key], ...(agency && { agency }) }}>
      {say('handOut')}
    </ActButton>
  );
}

/** Puts its mending off, where that is one's own to enter; the finding stands on top of the form, and none of its remedies. */
export function WaiveButton({ finding, asOf }: { finding: { id: string; key: string }; asOf: string }) {
  const { say } = useAddress();
  return (
    <ActButton act="grantWaiver" of={finding.id} remedy={-1} fill={{ finding: finding.key, from: asOf }}>
      {say('waive')}
    </ActButton>
  );
}

/** Opens the form of the first of a finding's remedies that is one's own to do; absent where there is none. */
export function DoButton({ finding }: { finding: { id: string; remedies: readonly { act: string }[] } }) {
  const { say, lang } = useAddress();
  const { may } = useMe();
  const n = finding.remedies.findIndex((r) => may.includes(`Mutation.${r.act}`));
  const act = finding.remedies[n]?.act;
  return act ? (
    <ActButton act={act} of={finding.id} remedy={n} title={actName(lang, act)}>
      {say('toDo')}
    </ActButton>
  ) : null;
}

type Remedy = { act: string; text: string; agency?: { code: string; name: string } | null };

/** Who may not do it is told whom to ask: whose it is, and where it is one's own but not to be entered, the commission. */
function AskForIt({ remedy: { act, agency } }: { remedy: Remedy }) {
  const { say } = useAddress();
  const me = useMe();
  const isWriter = me.role === 'DEPARTMENT' || me.role === 'FINANCE';
  return !isWriter || me.may.includes(`Mutation.${act}`) ? null : (
    <div className="quiet">
      {say('askForIt', { agency: agency && agency.code !== me.agency ? agency.name : say('theCommission') })}
    </div>
  );
}

/** The acts of a finding's remedies: the first as a button, the others beneath. */
export function RemedyActs({ finding }: { finding: { id: string; remedies: readonly Remedy[] } }) {
  const { say, lang } = useAddress();
  const [first, ...others] = finding.remedies;
  return first ? (
    <>
      <div className="remedy">
        <ActButton act={first.act} of={finding.id} isFirst>
          {actName(lang, first.act)}
        </ActButton>{' '}
        {first.text}
        <AskForIt remedy={first} />
      </div>
      {others.length > 0 && (
        <details className="fold">
          <summary>{say('otherWays', { n: others.length })}</summary>
          {others.map((r, i) => (
            <div key={r.act + r.text} className="remedy">
              <ActButton act={r.act} of={finding.id} remedy={i + 1}>
                {actName(lang, r.act)}
              </ActButton>{' '}
              {r.text}
              <AskForIt remedy={r} />
            </div>
          ))}
        </details>
      )}
    </>
  ) : null;
}

interface ActsProps {
  title: string;
  first: readonly ({ act: string } & Opening)[];
  others: readonly ({ act: string } & Opening)[];
}

/** What can be done on a page: what is done often as buttons, the rest folded; nothing for who may do none of it. */
export function Acts({ title, first, others }: ActsProps) {
  const { say, lang } = useAddress();
  const { may } = useMe();
  const { asOf, knownAt } = useAddress();
  const isMine = ({ act }: { act: string }) => may.includes(`Mutation.${act}`);
  const [mine, more] = [first.filter(isMine), others.filter(isMine)];
  if (asOf !== undefined || knownAt !== undefined || mine.length + more.length === 0) {
    return null;
  }
  const button = (opening: { act: string } & Opening) => (
    <ActButton key={opening.act} {...opening}>
      {actName(lang, opening.act)}
    </ActButton>
  );
  return (
    <div className="acts" role="group" aria-label={title}>
      {mine.map(button)}
      {more.length > 0 && (
        <details className="fold">
          <summary>{say('moreActs')}</summary>
          <p className="buttons">{more.map(button)}</p>
        </details>
      )}
    </div>
  );
}
