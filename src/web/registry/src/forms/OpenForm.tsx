import { Alert, Button, Drawer } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { FormFindingDocument, FormListDocument, FormSeqDocument, type FormFindingQuery } from '../../generated/graphql';
import { useAddress, useChoices, useSeen } from '../shell/address';
import { useAnswer } from '../shell/answers';
import { useHeld } from './held';
import { useMay } from '../shell/me';
import { useTicked } from '../shell/ticks';
import { FindingMark } from '../shell/marks';
import { Answered, Refused } from '../shell/states';
import { Correction } from './Correction';
import { Fields } from './Fields';
import { Form, type FormProps } from './Form';
import { RegistryFinds } from './RegistryFinds';
import { likeList } from './like';
import { asFilledIn, usePlanned } from './planned';
import { Standing } from './Standing';
import { actOf, fieldsOf, titleOf } from './spec';
import { gaps, opened, sent, textsOf, type Values } from './values';

const params = {
  form: undefined, of: undefined, remedy: undefined, fill: undefined, like: undefined, withdraw: undefined, ticked: undefined,
  only: undefined, planned: undefined,
};

/** The form that the address names, over the page. */
export default function OpenForm() {
  const { say, lang, asOf, knownAt } = useAddress();
  const { query, change } = useChoices();
  const name = query.get('form') ?? '';
  const act = actOf(name);
  const may = useMay(`Mutation.${name}`);
  const [isChanged, setChanged] = useState(false);
  const close = useCallback(() => change(params), [change]);
  const isPast = asOf !== undefined || knownAt !== undefined;

  return (
    <Drawer
      open
      onClose={close}
      size={720}
      title={<h2 className="drawer-title">{act ? titleFor(query.has('withdraw'), query.get('only') ?? '') : say('form')}</h2>}
      closable={{ 'aria-label': say('close') }}
    >
      <Leaving isChanged={isChanged} />
      {!act ? (
        <Refused />
      ) : isPast ? (
        <Alert
          type="warning"
          title={say('noWritingThen')}
          action={<Button onClick={() => change({ asOf: undefined, knownAt: undefined })}>{say('backToNow')}</Button>}
        />
      ) : !may ? (
        <Alert type="warning" title={say('notYourAct', { act: titleOf(act, lang) })} />
      ) : (
        <Opened key={aboutOf(query)} act={name} changed={setChanged} close={close} />
      )}
    </Drawer>
  );

  function titleFor(isWithdrawn: boolean, only: string): string {
    return name === 'approveDirectoryList' && only.includes('submittedOn!') ? say('submitList')
      : name === 'approveDirectoryList' && only.includes('approvedOn!') ? say('approveList')
      : name === 'correctRecord' ? say(isWithdrawn ? 'withdrawRecord' : 'correctRecord') : titleOf(act!, lang);
  }
}

type Common = Pick<FormProps, 'act' | 'seq' | 'changed' | 'close'> & { about: string };

/** What tells one form from another in the address. */
const aboutOf = (query: URLSearchParams): string =>
  ['form', 'of', 'remedy', 'like', 'withdraw', 'fill', 'ticked', 'only', 'planned'].map((name) => query.get(name) ?? '').join(' ').trim();

/** What it opens with: a finding's remedy, another list, or what the address says. */
function Opened(given: Omit<Common, 'seq' | 'about'>) {
  const { district } = useAddress();
  const asOf = useSeen()!.asOf;
  const { query } = useChoices();
  const ticked = useTicked(given.act);
  const { planned } = usePlanned();
  const [of, like] = [query.get('of'), query.get('like')];
  const head = useHeld(useAnswer(FormSeqDocument, { district }));
  const finding = useHeld(useAnswer(FormFindingDocument, of ? { id: of } : undefined));
  const lists = useHeld(useAnswer(FormListDocument, like ? { district } : undefined));
  const remedy = Number(query.get('remedy') ?? 0);
  const shown = (props: Common) =>
    of ? (
      <Answered answer={finding}>
        {({ node }) => (node?.__typename === 'Finding' ? <OfFinding {...props} finding={node} remedy={remedy} /> : <Refused />)}
      </Answered>
    ) : like ? (
      <Answered answer={lists}>
        {(data) => {
          const all = data.district?.directoryLists ?? [];
          const list = all.find((l) => l.code === like);
          return list ? <Filled {...props} known={likeList(list, all, Number(asOf.slice(0, 4)))} /> : <Refused />;
        }}
      </Answered>
    ) : (
      <Filled
        {...props}
        known={{ ...fromAddress(query.get('fill')), ...(query.has('ticked') && ticked), ...ofTrial(props.act) }}
      />
    );
  const ofTrial = (act: string) => {
    const one = query.has('planned') ? planned[Number(query.get('planned'))] : undefined;
    return one?.act === act ? asFilledIn(one) : undefined;
  };
  return (
    <Answered answer={head}>
      {(data) => (data.district ? shown({ ...given, about: aboutOf(query), seq: data.district.seq }) : <Refused />)}
    </Answered>
  );
}

function fromAddress(text: string | null): Values {
  try {
    const given: unknown = JSON.parse(text ?? '{}');
    return given !== null && typeof given === 'object' && !Array.isArray(given) ? (textsOf(given) as Values) : {};
  } catch {
    return {};
  }
}

type Finding = Extract<NonNullable<FormFindingQuery['node']>, { __typename: 'Finding' }>;

/** The finding on top, then the act of its remedy; which record to mend is chosen among those that it rests on. */
function OfFinding({ finding, remedy, ...props }: Common & { finding: Finding; remedy: number }) {
  const { say } = useAddress();
  const { change, query } = useChoices();
  const known = textsOf(finding.remedies[remedy]?.input ?? {}) as Values;
  const chosen = fromAddress(query.get('fill'));
  const records = finding.facts.flatMap((f) => (f.node && 'id' in f.node ? [{ id: f.node.id, text: f.text }] : []));
  const needsRecord = props.act === 'correctRecord' && !known['id'] && !chosen['id'];
  return (
    <>
      <div className="form-finding">
        <FindingMark finding={finding} /> {finding.sentence}
        {finding.remedies[remedy] && <p>{finding.remedies[remedy].text}</p>}
      </div>
      {needsRecord ? (
        <section>
          <h3>{say('whichRecord')}</h3>
          <ul className="which-record">
            {records.map((r) => (
              <li key={r.id}>
                <Button onClick={() => change({ fill: JSON.stringify({ id: r.id }) })}>{say('correctRecord')}</Button> {r.text}
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <Filled {...props} known={{ ...known, ...chosen }} />
      )}
    </>
  );
}

/** The fields that a step asks for, and whether each must be filled in. */
const stepOf = (only: string | null): Map<string, boolean> | undefined =>
  only ? new Map(only.split(',').map((name) => [name.replace('!', ''), name.endsWith('!')])) : undefined;

const unfilled = (step: Map<string, boolean> | undefined, values: Values) =>
  [...(step ?? [])].flatMap(([name, isNeeded]) => (isNeeded && !values[name] ? [{ path: [name], isBlank: true }] : []));

/** Where the finding stands on top, it is not asked for. */
const above = ['finding'];

function Filled({ known, ...props }: Common & { known: Values }) {
  const shown = (all: Values) => <FilledIn {...props} known={all} />;
  return useChoices().query.has('planned') ? shown(known) : <Standing act={props.act} known={known} shown={shown} />;
}

function FilledIn({ known, ...props }: Common & { known: Values }) {
  const { say } = useAddress();
  const { query } = useChoices();
  const input = actOf(props.act)!.input;
  const [step] = useState(() => stepOf(query.get('only')));
  const left = step ? (fieldsOf(input) ?? []).flatMap((f) => (step.has(f.name) ? [] : [f.name])) : [];
  if (props.act === 'correctRecord') {
    return typeof known['id'] === 'string' ? (
      <Correction {...props} initial={{}} id={known['id']} isWithdrawn={query.has('withdraw')} />
    ) : (
      <p className="empty">{say('chooseARecord')}</p>
    );
  }
  return (
    <Form
      {...props}
      initial={opened(input, known)}
      input={(values) => sent(input, values)}
      gaps={(values) => [...gaps(input, values), ...unfilled(step, values)]}
      body={(values, change, wrong) => (
        <>
        {props.act === 'recordAlignmentOpinion' && typeof values['plan'] === 'string' && <RegistryFinds plan={values['plan']} />}
        <Fields input={input} values={values} change={change} wrong={wrong} step={step} hidden={known['finding'] ? above : left} />
        </>
      )}
    />
  );
}

/** Whatever leads away from a form that was changed asks once; what was filled in is kept either way. */
function Leaving({ isChanged }: { isChanged: boolean }) {
  const { say } = useAddress();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => {
      const form = (search: string) => new URLSearchParams(search).get('form');
      const [from, to] = [currentLocation, nextLocation];
      return isChanged && (form(from.search) !== form(to.search) || from.pathname !== to.pathname);
    },
  );
  const isAsked = blocker.state === 'blocked';
  useEffect(() => {
    if (isAsked) {
      document.getElementById('stay')?.focus();
    }
  }, [isAsked]);
  return isAsked ? (
    <div role="alertdialog" aria-label={say('leaveForm')} className="stale leaving">
      <span>{say('leaveForm')}</span>
      <Button id="stay" type="primary" onClick={() => blocker.reset?.()}>
        {say('stay')}
      </Button>
      <Button onClick={() => blocker.proceed?.()}>{say('leave')}</Button>
    </div>
  ) : null;
}
