import { ReviewsDocument } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { StaleNote } from '../../shell/live';
import { Page } from '../../shell/Page';
import { Answered, Empty, Refused } from '../../shell/states';
import { Amendments } from './Amendments';
import { ReviewFilters, useFiltered } from './filters';
import { ReviewRows, type Review } from './ReviewRows';

/** Whether each report is made and sent to whom it must be; below, what is amended and what that obliges. */
export default function Reviews() {
  const { say, view } = useAddress();
  const answer = usePages(ReviewsDocument, view, (data) => data.district?.reviewDuties);
  return (
    <Page title={say('reviews')} isWide>
      <StaleNote />
      <section id="reviews">
        <h2>{say('duties')}</h2>
        <Answered answer={answer}>
          {(pages) =>
            pages[0]?.district ? <Shown reviews={pages.flatMap((p) => p.district?.reviewDuties.nodes ?? [])} /> : <Refused />
          }
        </Answered>
      </section>
      <div id="reviews-amended">
        <Amendments />
      </div>
    </Page>
  );
}

function Shown({ reviews }: { reviews: Review[] }) {
  const { say } = useAddress();
  const shown = useFiltered(reviews);
  if (reviews.length === 0) {
    return <Empty>{say('noReviews')}</Empty>;
  }
  return (
    <>
      <ReviewFilters reviews={reviews} shown={shown} />
      <ReviewRows reviews={shown} />
    </>
  );
}
