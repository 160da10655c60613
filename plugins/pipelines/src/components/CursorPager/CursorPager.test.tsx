import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnPage } from '../../__testUtils__';
import { useCursorPages } from '../../hooks/useCursorPages';
import { CursorPager } from './CursorPager';

/** A list of three pages. */
const NEXT: Record<string, string | undefined> = { '': 'b', b: 'c' };

function List() {
  const pages = useCursorPages();
  return (
    <>
      <p>shows {pages.cursor ?? 'the first'}</p>
      <CursorPager
        pages={pages}
        nextCursor={NEXT[pages.cursor ?? '']}
        count={20}
        pageSize={20}
      />
    </>
  );
}

describe('<CursorPager />', () => {
  it('turns forth to the end, and back to the beginning', async () => {
    renderOnPage(<List />);
    const turn = (name: RegExp) =>
      userEvent.click(screen.getByRole('button', { name }));
    expect(await screen.findByText('Page 1')).toBeVisible();
    expect(screen.getByRole('button', { name: /previous/i })).toBeDisabled();
    await turn(/next/i);
    await turn(/next/i);
    expect(screen.getByText('shows c')).toBeVisible();
    expect(screen.getByText('Page 3')).toBeVisible();
    expect(screen.getByRole('button', { name: /next/i })).toBeDisabled();
    await turn(/previous/i);
    expect(screen.getByText('shows b')).toBeVisible();
    await turn(/previous/i);
    expect(screen.getByText('shows the first')).toBeVisible();
  });

  it('is absent while there is one page only', async () => {
    renderOnPage(
      <>
        <p>a list</p>
        <CursorPager
          pages={{ number: 1, showNext: () => undefined }}
          count={3}
          pageSize={20}
        />
      </>,
    );
    expect(await screen.findByText('a list')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
