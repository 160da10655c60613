import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnPage, runbookRow } from '../../__testUtils__';
import { RunbookRowSection } from './RunbookRowSection';

describe('<RunbookRowSection />', () => {
  const scrollIntoView = jest.fn();
  beforeEach(() => {
    scrollIntoView.mockClear();
    Element.prototype.scrollIntoView = scrollIntoView;
  });

  const element = (
    <RunbookRowSection
      row={runbookRow()}
      escalateTo={['group:default/finance']}
    />
  );

  it('shows symptom, actions in order, and whom to call', async () => {
    renderOnPage(element);
    const row = await screen.findByRole('region', { name: 'Revenue Mismatch' });
    expect(row).toHaveTextContent("Numbers don't align with account filings");
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual(['Verify with accounting team', 'Check data freshness']);
    expect(row).toHaveTextContent('Immediate escalation to Finance Team');
    expect(
      await screen.findByRole('link', { name: 'Finance Team' }),
    ).toBeVisible();
    expect(scrollIntoView).not.toHaveBeenCalled();
  });

  it('is scrolled to and marked when the address names it', async () => {
    renderOnPage(element, { at: '/somewhere/runbook#revenue-mismatch' });
    const row = await screen.findByRole('region', { name: 'Revenue Mismatch' });
    expect(row).toHaveAttribute('id', 'revenue-mismatch');
    expect(row).toHaveAttribute('aria-current', 'location');
    expect(row).toHaveFocus();
    expect(scrollIntoView).toHaveBeenCalledTimes(1);
  });

  it('takes the address of its title, again and again', async () => {
    renderOnPage(element, { at: '/somewhere/runbook' });
    const title = await screen.findByRole('link', { name: 'Revenue Mismatch' });
    expect(title).toHaveAttribute(
      'href',
      '/somewhere/runbook#revenue-mismatch',
    );
    await userEvent.click(title);
    await userEvent.click(title);
    expect(scrollIntoView).toHaveBeenCalledTimes(2);
  });

  it('copies a link that opens at this row', async () => {
    // The test browser has no clipboard; what is selected is what is copied.
    let copied: string | undefined;
    const execCommand = () => {
      copied = document.getSelection()?.toString();
      return true;
    };
    Object.assign(document, { execCommand });
    renderOnPage(element, { at: '/somewhere/runbook' });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Copy link to Revenue Mismatch',
      }),
    );
    expect(copied).toBe('http://localhost/somewhere/runbook#revenue-mismatch');
    expect(await screen.findByText('Link copied')).toBeVisible();
  });
});
