import { TablePagination } from '@backstage/ui';
import { CursorPages } from '../../hooks/useCursorPages';

/** Turns the pages of a list; absent while there is one page only. */
export function CursorPager(props: {
  pages: CursorPages;
  /** As the answer has it. */
  nextCursor?: string;
  /** Lines on this page. */
  count: number;
  pageSize: number;
}) {
  const { pages, nextCursor, count, pageSize } = props;
  const showNext = pages.showNext(nextCursor);
  if (!showNext && !pages.showPrevious) return null;
  return (
    <TablePagination
      pageSize={pageSize}
      showPageSizeOptions={false}
      totalCount={count}
      getLabel={() => `Page ${pages.number}`}
      hasNextPage={Boolean(showNext)}
      hasPreviousPage={Boolean(pages.showPrevious)}
      onNextPage={() => showNext?.()}
      onPreviousPage={() => pages.showPrevious?.()}
    />
  );
}
