import { Button } from 'antd';
import { useContext, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { useAddress } from '../shell/address';
import { useMay, useMe } from '../shell/me';
import { newKey } from '../shell/draft';
import { Choose } from './Choose';
import { Labelled, Plain } from './Fields';
import { fieldsOf, helpOf, labelOf, type Field } from './spec';
import { send } from './send';
import { Upload, type Uploaded } from './Upload';
import { WrittenContext } from './written';

const asked = ['number', 'title', 'kind', 'issuer', 'issuedOn'];

/** What says whose word a document is, and since when. */
const ofIssue = ['issuer', 'issuedOn'];

interface Props {
  into: string[];
  registered: (code: string) => void;
  /** Whether what it is needed for asks who issued it, and on which day. */
  isIssued: boolean;
  /** Whether its kind must be said. */
  isOfKind: boolean;
  /** The plans that it is about: whoever gives leave names them. */
  plans: string[];
}

/** A document that is not recorded yet is recorded where it is needed; a department's own, where nothing else is said. */
export function NewDocument({ into, registered, isIssued, isOfKind, plans }: Props) {
  const { say, lang, district } = useAddress();
  const client = useClient();
  const written = useContext(WrittenContext);
  const [isOpen, open] = useState(false);
  const [key, setKey] = useState(newKey);
  const me = useMe();
  const own = useMemo(() => ({ ...(me.role === 'DEPARTMENT' && me.agency && { issuer: me.agency }) }) as Record<string, string>, [me]);
  const [values, setValues] = useState<Record<string, string>>(own);
  const [file, setFile] = useState<Uploaded>();
  const [refusals, setRefusals] = useState<string[]>([]);
  if (!useMay('Mutation.registerDocument')) {
    return null;
  }
  const fields = fieldsOf('RegisterDocumentInput')!
    .filter((f) => asked.includes(f.name))
    .sort((a, b) => asked.indexOf(a.name) - asked.indexOf(b.name));
  const isNeeded = (f: Field) => f.required === true || (isIssued && ofIssue.includes(f.name)) || (isOfKind && f.name === 'kind');
  const register = async () => {
    const given = Object.fromEntries(Object.entries(values).filter(([, v]) => v.trim() !== ''));
    const named = { ...(file && { sha256: file.sha256, file: file.name }), ...(plans.length > 0 && { plans }) };
    const outcome = await send(client, 'registerDocument', { district, idempotencyKey: key, ...given, ...named });
    if (typeof outcome === 'string' || outcome.problems.length > 0) {
      setRefusals(typeof outcome === 'string' ? [outcome || say('offline')] : outcome.problems.map((p) => p.message));
      return;
    }
    written(outcome.seq ?? undefined);
    registered(values['number']?.trim() || values['title']!.trim());
    setRefusals([]);
    setValues(own);
    setFile(undefined);
    setKey(newKey());
    open(false);
  };
  return (
    <details className="fold" open={isOpen} onToggle={(e) => open(e.currentTarget.open)}>
      <summary>{say('registerDocument')}</summary>
      <div className="fields">
        {fields.map((f) => (
          <Labelled key={f.name} label={labelOf(f, lang)} help={helpOf(f, lang)} path={[...into, 'new', f.name]} isRequired={isNeeded(f)}>
            {(about) =>
              f.name === 'issuer' ? (
                <Choose {...about} kind="agency" value={values['issuer'] ?? ''} choose={(v) => setValues({ ...values, issuer: v })} />
              ) : (
                <Plain
                  about={about}
                  type={f.type}
                  value={values[f.name] ?? ''}
                  change={(v) => setValues({ ...values, [f.name]: v })}
                  nothing=""
                />
              )
            }
          </Labelled>
        ))}
        <Upload
          key={key}
          id={[...into, 'upload'].join('-')}
          taken={file}
          took={(taken) => {
            setFile(taken);
            // A title that nobody has typed is the file's.
            setValues((v) => (taken && !v['title']?.trim() ? { ...v, title: taken.name.replace(/\.[a-z]+$/, '') } : v));
          }}
        />
        {refusals.length > 0 && (
          <p role="alert" className="field-error">
            {refusals.join(' ')}
          </p>
        )}
        <Button disabled={fields.some((f) => isNeeded(f) && !values[f.name]?.trim())} onClick={() => void register()}>
          {say('registerDocument')}
        </Button>
      </div>
    </details>
  );
}
