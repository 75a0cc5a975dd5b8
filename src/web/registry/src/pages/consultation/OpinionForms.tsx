import { Link } from 'react-router';
import type { RoundRowFragment } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useMay } from '../../shell/me';
import { called } from '../../shell/names';
import { FileButton } from '../../shell/papers';

interface Props {
  round: RoundRowFragment;
  /** Who asks, and the commission, give anybody's; who is asked takes its own. */
  isForAny: boolean;
}

/** The round as Excel: a form to fill in, for each that is asked, and where it goes back. */
export function OpinionForms({ round: r, isForAny }: Props) {
  const { say, district, to } = useAddress();
  const may = useMay('Mutation.importWorkbook');
  const form = (label: string, agency?: string) => (
    <div key={agency ?? ''}>
      <FileButton path="/export/opinion-form" body={{ district, round: r.code, ...(agency && { agency }) }}>
        {label}
      </FileButton>
    </div>
  );
  const upload = may && <Link to={to('import')}>{say('uploadOpinions')}</Link>;
  if (!isForAny) {
    return r.isAsked ? (
      <>
        {form(say('opinionForm'))}
        {upload}
      </>
    ) : null;
  }
  return (
    <details className="fold">
      <summary>{say('opinionForms')}</summary>
      {r.agencies?.map((a) => form(called(a), a.code))}
      {form(say(r.audience === 'AGENCIES' ? 'opinionFormOpen' : 'opinionForm'))}
      {upload}
    </details>
  );
}
