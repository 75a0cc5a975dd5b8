import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useAddress } from './address';
import { useDownload } from './download';
import { useMay } from './me';

const kinds = ['plan', 'finding', 'certificate'] as const;
type Kind = (typeof kinds)[number];

/** 审计取证: a .zip that proves what was known of it, on the day and at the moment that the page shows. */
export function EvidenceButton({ kind, code }: { kind: Kind; code: string }) {
  const { say, view } = useAddress();
  const { isBusy, refusal, run } = useDownload('/evidence');
  if (!useMay('District.ledger')) {
    return null;
  }
  return (
    <>
      <Button disabled={isBusy || code === ''} onClick={() => void run({ ...view, kind, code })}>
        {say('evidence')}
      </Button>{' '}
      <span role="status">
        {isBusy && say('makingEvidence')}
        {refusal}
      </span>
    </>
  );
}

/** Of whatever is named. */
export function EvidenceOf() {
  const { say } = useAddress();
  const [kind, choose] = useState<Kind>('plan');
  const [code, type] = useState('');
  const words: Record<Kind, string> = { plan: say('plan'), finding: say('findingKey'), certificate: say('paperTitle') };
  if (!useMay('District.ledger')) {
    return null;
  }
  return (
    <details className="fold">
      <summary>{say('evidence')}</summary>
      <p className="quiet">{say('evidenceHelp')}</p>
      <p className="buttons">
        <Select
          aria-label={say('evidenceOf')}
          value={kind}
          onChange={choose}
          options={kinds.map((value) => ({ value, label: words[value] }))}
          popupMatchSelectWidth={false}
        />
        <Input
          aria-label={say('evidenceCode')}
          placeholder={say('evidenceCode')}
          value={code}
          onChange={(e) => type(e.target.value)}
          style={{ maxWidth: '24rem' }}
        />
        <EvidenceButton kind={kind} code={code.trim()} />
      </p>
    </details>
  );
}
