import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnPage } from '../../__testUtils__';
import { ExpandableTable } from './ExpandableTable';

interface Row {
  id: string;
}

function renderTable(word?: string) {
  renderOnPage(
    <ExpandableTable<Row>
      label="Letters"
      columns={[
        {
          id: 'name',
          label: 'Name',
          isRowHeader: true,
          cell: ({ id }) => id,
        },
        { id: 'more', label: 'More', isExtra: true, cell: () => 'more' },
      ]}
      rows={[{ id: 'a' }, { id: 'b' }]}
      details={{
        word,
        label: ({ id }) => `YAML for ${id}`,
        render: ({ id }) => <p>all about {id}</p>,
      }}
    />,
  );
}

describe('<ExpandableTable />', () => {
  it('opens rows by keyboard, each by itself', async () => {
    renderTable();
    const table = await screen.findByRole('table', { name: 'Letters' });
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(cell => cell.textContent),
    ).toEqual(['a', 'b']);
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'YAML for a' })).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('all about b')).toBeVisible();
    expect(screen.queryByText('all about a')).not.toBeInTheDocument();
    const button = screen.getByRole('button', { name: 'YAML for b' });
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(
      document.getElementById(button.getAttribute('aria-controls') ?? ''),
    ).toHaveTextContent('all about b');
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByText('all about b')).not.toBeInTheDocument();
    expect(button).toHaveAttribute('aria-expanded', 'false');
  });

  it('has a word on its buttons where there is one', async () => {
    renderTable('YAML');
    const [button] = await screen.findAllByRole('button');
    expect(button).toHaveTextContent('YAML');
  });
});
