import { screen, within } from '@testing-library/react';
import { renderOnPage } from '../../__testUtils__';
import { DataTable } from './DataTable';

const columns = [
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    cell: (row: { id: string }) => row.id,
  },
];

describe('<DataTable />', () => {
  it('has a name, and marks one row', async () => {
    renderOnPage(
      <DataTable
        label="Letters"
        columns={columns}
        rows={[{ id: 'a' }, { id: 'b' }]}
        markedId="b"
      />,
    );
    const table = await screen.findByRole('grid', { name: 'Letters' });
    const row = (name: string) => within(table).getByRole('row', { name });
    expect(row('b').className).toContain('marked');
    expect(row('a').className).not.toContain('marked');
  });
});
