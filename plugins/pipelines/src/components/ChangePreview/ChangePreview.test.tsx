import { screen, within } from '@testing-library/react';
import {
  NOW,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  shift,
} from '../../__testUtils__';
import { ChangePreview } from './ChangePreview';

describe('<ChangePreview />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('puts duty before and after side by side, marks what changes, and warns', async () => {
    const middle = '2026-11-25T00:00:00.000Z';
    renderOnPage(
      <ChangePreview
        before={[
          { ...shift(0), end: middle },
          { ...shift(0), start: middle },
          shift(1),
        ]}
        after={[shift(0), { ...shift(1), primary: 'user:default/cfo' }]}
        warnings={['Data Engineer A is away.']}
        timeZone="America/New_York"
        now={Date.parse(NOW)}
      />,
    );
    expect(await screen.findByText('Data Engineer B')).toBeVisible();
    const lines = (name: string) =>
      within(screen.getByRole('region', { name })).getAllByRole('listitem');
    // Two stretches of one person are one line.
    const [same, given] = lines('As it is');
    const [, taken] = lines('After it');
    expect(same.className).toBe('');
    expect(given.className).toMatch('changed');
    expect(taken.className).toMatch('changed');
    expect(taken).toHaveTextContent('Mon 30 Nov 15:00 – Mon 7 Dec 15:00');
    expect(screen.getByText('Data Engineer A is away.')).toBeVisible();
  });

  it('says when nobody has duty', async () => {
    renderOnPage(
      <ChangePreview
        before={[]}
        after={[shift(0)]}
        timeZone="America/New_York"
        now={Date.parse(NOW)}
      />,
    );
    expect(await screen.findByText('Nobody has duty.')).toBeVisible();
  });
});
