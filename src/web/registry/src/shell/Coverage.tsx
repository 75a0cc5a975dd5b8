import { useAddress } from './address';

/** What the figures do not speak of: nothing found never reads as nothing wrong. */
export function Coverage({ sentences }: { sentences: readonly string[] }) {
  const { say } = useAddress();
  return sentences.length === 0 ? null : (
    <section>
      <h2>{say('coverage')}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
