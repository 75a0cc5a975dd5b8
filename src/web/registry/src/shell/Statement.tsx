import { useAddress } from './address';
import { Pairs } from './Pairs';
import { term } from './words';

interface Field {
  field: string;
  label: string;
  became?: string | null;
}

/** What a certificate's hash covers, which is written for programs: each part under the label of the certificate's own field. */
export function Statement({ text, fields }: { text: string; fields: readonly Field[] }) {
  const { say, lang } = useAddress();
  const says = read(text);
  if (!says) {
    return <>{text}</>;
  }
  const reasons = Array.isArray(says['reasons']) ? (says['reasons'] as { verdict?: string; basis?: string[] }[]) : [];
  const own = Object.keys(says).flatMap((name) => {
    const field = fields.find((f) => f.field === (name === 'rules' ? 'rulesVersion' : name));
    return field?.became ? [[field.label, field.became] as const] : [];
  });
  return (
    <Pairs
      pairs={[
        [say('verdict'), term(lang, 'FundingVerdict', String(says['verdict']))],
        ...reasons.map((r) => [
          say('basis'),
          `${(r.basis ?? []).join('；')} ${r.verdict ? term(lang, 'FundingVerdict', r.verdict) : ''}`,
        ] as const),
        ...own,
      ]}
    />
  );
}

function read(text: string): Record<string, unknown> | undefined {
  try {
    const said: unknown = JSON.parse(text);
    return said !== null && typeof said === 'object' && !Array.isArray(said) ? (said as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
