import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Handoff } from '@techflow/backstage-plugin-pipelines-common';
import {
  A,
  handoff,
  NOW,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
} from '../../__testUtils__';
import { HandoffItem } from './HandoffItem';

function renderItem(changes: Partial<Handoff>, userRef?: string) {
  renderOnPage(
    <HandoffItem
      rotation={rotation()}
      handoff={handoff(changes)}
      now={Date.parse(NOW)}
    />,
    { userRef },
  );
}

describe('<HandoffItem />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('shows notes in Markdown, checklist, who said it was done, and its length', async () => {
    renderItem({
      state: 'done',
      notes: 'Watch **revenue**',
      checklist: [
        { text: 'Open issues', done: true },
        { text: 'Pager works', done: false },
      ],
      doneByOutgoingAt: '2026-11-23T14:28:00Z',
      minutes: 28,
    });
    expect(await screen.findByText('revenue')).toHaveProperty(
      'tagName',
      'STRONG',
    );
    expect(screen.getByText(/Pager works/)).toHaveTextContent(
      '○ Pager works (open)',
    );
    expect(screen.getByText(/took 28 minutes/)).toBeVisible();
    expect(screen.getByText(/✔ done/)).toHaveTextContent('Mon 23 Nov 15:28');
    expect(screen.getByText(/not said to be done/)).toBeVisible();
  });

  it('is one line when nobody has touched it', async () => {
    renderItem({ state: 'missing' });
    expect(await screen.findByText('missing')).toBeVisible();
    expect(screen.queryByText(/Open issues/)).not.toBeInTheDocument();
  });

  it('is whole when it is due', async () => {
    renderItem({});
    expect(await screen.findByText(/Open issues/)).toBeVisible();
  });

  it('lets a member write, and knows the first shift', async () => {
    renderItem({ outgoing: undefined, state: 'planned' }, A);
    expect(await screen.findByText(/first shift/)).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Write notes' }),
    );
    expect(screen.getByLabelText('Notes')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByLabelText('Notes')).not.toBeInTheDocument();
  });

  it('lets others read only', async () => {
    renderItem({ notes: 'All quiet' });
    expect(await screen.findByText('All quiet')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Edit' }),
    ).not.toBeInTheDocument();
  });
});
