import { Button } from 'antd';
import { useContext, useState } from 'react';
import { useClient } from 'urql';
import { useAddress } from '../shell/address';
import { useMay } from '../shell/me';
import { newKey } from '../shell/draft';
import { Labelled, Plain } from './Fields';
import { fieldsOf, helpOf, labelOf } from './spec';
import { send } from './send';
import { Upload, type Uploaded } from './Upload';
import { WrittenContext } from './written';

const asked = ['number', 'title', 'issuedOn'];

/** A document that is not recorded yet is recorded where it is needed. */
export function NewDocument({ into, registered }: { into: string[]; registered: (code: string) => void }) {
  const { say, lang, district } = useAddress();
  const client = useClient();
  const written = useContext(WrittenContext);
  const [isOpen, open] = useState(false);
  const [key, setKey] = useState(newKey);
  const [values, setValues] = useState<Record<string, string>>({});
  const [file, setFile] = useState<Uploaded>();
  const [refusals, setRefusals] = useState<string[]>([]);
  if (!useMay('Mutation.registerDocument')) {
    return null;
  }
  const register = async () => {
    const given = Object.fromEntries(Object.entries(values).filter(([, v]) => v.trim() !== ''));
    const named = file ? { sha256: file.sha256, file: file.name } : {};
    const outcome = await send(client, 'registerDocument', { district, idempotencyKey: key, ...given, ...named });
    if (typeof outcome === 'string' || outcome.problems.length > 0) {
      setRefusals(typeof outcome === 'string' ? [outcome || say('offline')] : outcome.problems.map((p) => p.message));
      return;
    }
    written(outcome.seq ?? undefined);
    registered(values['number']?.trim() || values['title']!.trim());
    setRefusals([]);
    setValues({});
    setFile(undefined);
    setKey(newKey());
    open(false);
  };
  return (
    <details className="fold" open={isOpen} onToggle={(e) => open(e.currentTarget.open)}>
      <summary>{say('registerDocument')}</summary>
      <div className="fields">
        {fieldsOf('RegisterDocumentInput')!
          .filter((f) => asked.includes(f.name))
          .sort((a, b) => asked.indexOf(a.name) - asked.indexOf(b.name))
          .map((f) => (
            <Labelled
              key={f.name}
              label={labelOf(f, lang)}
              help={helpOf(f, lang)}
              path={[...into, 'new', f.name]}
              isRequired={f.required}
            >
              {(about) => (
                <Plain
                  about={about}
                  type={f.type}
                  value={values[f.name] ?? ''}
                  change={(v) => setValues({ ...values, [f.name]: v })}
                  nothing=""
                />
              )}
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
        <Button disabled={!values['title']?.trim()} onClick={() => void register()}>
          {say('registerDocument')}
        </Button>
      </div>
    </details>
  );
}
