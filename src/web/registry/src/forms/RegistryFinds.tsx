import { FormAlignmentDocument } from '../../generated/graphql';
import { useAddress } from '../shell/address';
import { useAnswer } from '../shell/answers';
import { term } from '../shell/words';
import { saidInForms } from './words';

/** What the registry finds of the points that it checks itself, beside the answers to them. */
export function RegistryFinds({ plan }: { plan: string }) {
  const { lang, district } = useAddress();
  const say = saidInForms(lang);
  const answer = useAnswer(FormAlignmentDocument, plan ? { district, plan } : undefined);
  const points = answer.data?.district?.plan?.alignment.points.filter((p) => p.isOfTheRegistry) ?? [];
  return points.length === 0 ? null : (
    <section className="form-finding">
      <strong>{say('registryFinds')}</strong>
      <ul>
        {points.map((p) => (
          <li key={p.point}>
            {term(lang, 'AlignmentPoint', p.point)}:{' '}
            <strong>{say(p.isFound === true ? 'foundSo' : p.isFound === false ? 'foundNotSo' : 'foundOpen')}</strong>
            {p.facts.map((f) => (
              <div key={f} className="quiet">
                {f}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
