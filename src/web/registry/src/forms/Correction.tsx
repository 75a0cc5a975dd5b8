import { useState } from 'react';
import { FormRecordDocument, type FormFieldFragment, type FormRecordQuery } from '../../generated/graphql';
import { useAddress } from '../shell/address';
import { useAnswer } from '../shell/answers';
import { useHeld } from './held';
import { Pairs } from '../shell/Pairs';
import { Answered, Refused } from '../shell/states';
import { Choose, ChooseMany } from './Choose';
import { Fields, Labelled, Plain, type About } from './Fields';
import { Form, type FormProps } from './Form';
import type { Kind } from './spec';
import { Upload, type Uploaded } from './Upload';
import { gaps, opened, sent, type Values } from './values';

type Shared = Pick<FormProps, 'about' | 'initial' | 'seq' | 'changed' | 'close'>;

/** A record's present fields to be written over; only what is changed is sent. */
export function Correction({ id, isWithdrawn, ...shared }: Shared & { id: string; isWithdrawn: boolean }) {
  const { district } = useAddress();
  const answer = useHeld(useAnswer(FormRecordDocument, { district, id }));
  return (
    <Answered answer={answer}>
      {({ district: found }) =>
        found?.record ? <Mend {...shared} id={id} isWithdrawn={isWithdrawn} record={found.record} /> : <Refused />
      }
    </Answered>
  );
}

type History = NonNullable<NonNullable<FormRecordQuery['district']>['record']>;

const input = 'CorrectRecordInput';
const kinds: Record<string, Kind> = { Plan: 'plan', Agency: 'agency', Document: 'document', Indicator: 'indicator', DirectoryList: 'list' };

function Mend({ id, isWithdrawn, record, ...shared }: Shared & { id: string; isWithdrawn: boolean; record: History }) {
  const { say } = useAddress();
  // What cannot be shown as it is written is not written over.
  const fields = [...record.fields, ...record.blanks].filter((f) => f.became == null || f.value != null);
  const mended = (values: Values) => (values['values'] as Record<string, string> | undefined) ?? {};
  const changes = (values: Values) =>
    fields.filter((f) => mended(values)[f.field] !== undefined && mended(values)[f.field] !== (f.value ?? ''));
  return (
    <>
      <p className="finding-sentence">
        <span className="quiet">{record.table}</span> {record.name}
      </p>
      {isWithdrawn && <Pairs pairs={record.fields.map((f) => [f.label, f.became])} />}
      <Form
        {...shared}
        act="correctRecord"
        initial={opened(input, { ...shared.initial, id })}
        input={(values) => ({
          ...sent(input, { ...values, values: [] }),
          ...(!isWithdrawn && {
            values: changes(values).map((f) => ({ field: f.field, value: mended(values)[f.field]!.trim() || null })),
          }),
        })}
        gaps={(values) => [
          ...gaps(input, { ...values, values: [] }),
          ...(!isWithdrawn && changes(values).length === 0 ? [{ path: ['values'], isBlank: true }] : []),
        ]}
        locate={(path, values) => (path[0] === 'values' && path[1] ? ['values', changes(values)[Number(path[1])]?.field ?? ''] : path)}
        body={(values, change, wrong) => (
          <>
            {isWithdrawn && <p>{say('withdrawHint')}</p>}
            {!isWithdrawn && record.record.__typename === 'Document' && (
              <FileOf fields={fields} named={(file) => change({ ...values, values: { ...mended(values), ...file } })} />
            )}
            {!isWithdrawn && (
              <fieldset id="field-values" tabIndex={-1}>
                <legend>{say('presentFields')}</legend>
                {wrong.get('values') && <small className="field-error">{wrong.get('values')}</small>}
                {fields.map((f) => (
                  <Column
                    key={f.field}
                    field={f}
                    error={wrong.get(`values.${f.field}`)}
                    value={mended(values)[f.field] ?? f.value ?? ''}
                    change={(v) => change({ ...values, values: { ...mended(values), [f.field]: v } })}
                  />
                ))}
              </fieldset>
            )}
            <Fields input={input} values={values} change={change} wrong={wrong} hidden={['id', 'values']} />
          </>
        )}
      />
    </>
  );
}

interface FileProps {
  fields: FormFieldFragment[];
  named: (file: { sha256: string; file: string }) => void;
}

/** A document that is recorded without its file is given it; where its SHA-256 is recorded, that one and no other. */
function FileOf({ fields, named }: FileProps) {
  const [taken, take] = useState<Uploaded>();
  const of = (name: string) => fields.find((f) => f.field === name)?.value ?? '';
  return of('file') || of('secrecy') === 'SECRET' ? null : (
    <Upload
      id="field-values-upload"
      due={of('sha256') || undefined}
      taken={taken}
      took={(file) => {
        take(file);
        named({ sha256: file?.sha256 ?? of('sha256'), file: file?.name ?? '' });
      }}
    />
  );
}

interface ColumnProps {
  field: FormFieldFragment;
  error: string | undefined;
  value: string;
  change: (value: string) => void;
}

/** As the record has it: what names another record is chosen by name. */
function Column({ field: { field, label, became, value: was, form }, error, value, change }: ColumnProps) {
  const { say } = useAddress();
  const isChanged = value !== (was ?? '');
  const kind = kinds[form.type];
  const control = (about: About) =>
    kind && form.list ? (
      <ChooseMany {...about} kind={kind} values={value.split(/;\s*/).filter(Boolean)} change={(v) => change(v.join(';'))} />
    ) : kind ? (
      <Choose {...about} kind={kind} value={value} known={isChanged ? undefined : (became ?? undefined)} choose={change} />
    ) : (
      // A day may be known to the month or year only.
      <Plain
        about={about}
        type={form.type === 'Date' ? 'String' : form.list ? 'String' : form.type}
        isLong={value.length > 60}
        value={value}
        change={change}
        nothing={say('notRecorded')}
      />
    );
  return (
    <Labelled
      label={label}
      path={['values', field]}
      error={error}
      help={isChanged ? say('was', { value: became ?? say('notRecorded') }) : undefined}
    >
      {control}
    </Labelled>
  );
}
