import { InputError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  exclusion,
  pipeline,
  readAnywhere,
  readInBerlin,
  renderOnPage,
} from '../../__testUtils__';
import { usePromises } from '../../hooks/usePromises';
import { ExclusionsCard } from './ExclusionsCard';

const entity = pipeline({
  sla: {
    timeZone: 'America/New_York',
    objectives: [{ id: 'fresh', type: 'freshness', maxAge: '24h' }],
  },
  monitors: [{ id: 'quiet', type: 'silence', silentFor: '1h' }],
});

function Card(props: { onChange: () => void }) {
  const { promises, monitors } = usePromises(entity);
  return (
    <ExclusionsCard
      pipeline={entity}
      promises={promises}
      monitors={monitors}
      timeZone="America/New_York"
      onChange={props.onChange}
    />
  );
}

function renderCard(
  options: {
    items?: ReturnType<typeof exclusion>[];
    denied?: string[];
    addExclusion?: jest.Mock;
  } = {},
) {
  const { items = [exclusion()], denied } = options;
  const onChange = jest.fn();
  const pipelinesApi = {
    getExclusions: jest.fn().mockResolvedValue({ items }),
    addExclusion: options.addExclusion ?? jest.fn().mockResolvedValue({}),
    cancelExclusion: jest.fn().mockResolvedValue({}),
  };
  renderOnPage(<Card onChange={onChange} />, { entity, denied, pipelinesApi });
  return { ...pipelinesApi, onChange };
}

/** Types into a picker part by part, as one does on a keyboard. */
async function pick(label: string, parts: Record<string, string>) {
  const group = screen.getByRole('group', { name: new RegExp(`^${label}`) });
  for (const [name, text] of Object.entries(parts)) {
    const part = within(group).getByRole('spinbutton', {
      name: new RegExp(`^${name},`),
    });
    await userEvent.click(part);
    await userEvent.keyboard(text);
  }
}

const from = { day: '25', month: '11', year: '2026', hour: '06', minute: '00' };
const until = { ...from, hour: '08' };

describe('<ExclusionsCard />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('lists what does not count, with time, reason and author', async () => {
    renderCard({
      items: [
        exclusion(),
        exclusion({
          id: 'b',
          type: 'pause',
          reason: 'Audit week',
          objectives: ['fresh'],
          monitors: ['quiet'],
          cancelled: {
            by: 'user:default/cfo',
            at: '2026-11-20T10:00:00.000Z',
            reason: 'It was put off',
          },
        }),
      ],
    });
    const table = await screen.findByRole('grid', { name: 'Exclusions' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Thu 19 Nov 06:00 – Fri 20 Nov 06:00');
    expect(first).toHaveTextContent('◇maintenanceThe warehouse is moved');
    expect(first).toHaveTextContent(
      'all promises but reviews, and all monitors',
    );
    expect(await within(first).findByText('Data Engineer A')).toBeVisible();
    expect(second).toHaveTextContent('Data freshness, Silence');
    expect(await within(second).findByText('CFO')).toBeVisible();
    expect(second).toHaveTextContent(
      'taken back by CFO, Fri 20 Nov 11:00: It was put off',
    );
    expect(within(second).getByText('Audit week').className).toContain(
      'struck',
    );
    // What was taken back cannot be taken back again.
    expect(screen.getAllByRole('button', { name: /^Take back/ })).toHaveLength(
      1,
    );
  });

  it('takes an exclusion back with a reason', async () => {
    const { cancelExclusion, onChange } = renderCard();
    await userEvent.click(
      await screen.findByRole('button', { name: /^Take back/ }),
    );
    const dialog = screen.getByRole('dialog');
    const button = within(dialog).getByRole('button', { name: 'Take back' });
    expect(button).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'It was put off',
    );
    await userEvent.click(button);
    expect(cancelExclusion).toHaveBeenCalledWith({
      pipelineRef: 'pipeline:default/profit',
      id: 'exclusion-1',
      reason: 'It was put off',
    });
    await waitFor(() => expect(onChange).toHaveBeenCalled());
  });

  it('excludes a time of the zone of the SLA, for chosen rules', async () => {
    const { addExclusion, onChange } = renderCard({ items: [] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Exclude a time' }),
    );
    expect(screen.getByText('New York time (America/New_York)')).toBeVisible();
    await userEvent.click(
      screen.getByRole('radio', { name: 'The pipeline rests' }),
    );
    await pick('From', from);
    await pick('Until', until);
    await userEvent.click(
      screen.getByRole('radio', { name: 'Those chosen here' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'Audit week',
    );
    const button = screen.getByRole('button', { name: 'Exclude' });
    // Nothing is chosen yet.
    expect(button).toBeDisabled();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Silence (monitor)' }),
    );
    await userEvent.click(button);
    expect(addExclusion).toHaveBeenCalledWith({
      pipelineRef: 'pipeline:default/profit',
      exclusion: {
        type: 'pause',
        reason: 'Audit week',
        from: '2026-11-25T11:00:00.000Z',
        to: '2026-11-25T13:00:00.000Z',
        objectives: undefined,
        monitors: ['quiet'],
      },
    });
    await waitFor(() => expect(onChange).toHaveBeenCalled());
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('refuses an end before its beginning, and shows what the backend refuses', async () => {
    const addExclusion = jest
      .fn()
      .mockRejectedValue(new InputError('from: it is too long ago'));
    renderCard({ addExclusion });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Exclude a time' }),
    );
    await pick('From', until);
    await pick('Until', from);
    await userEvent.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'Audit week',
    );
    expect(
      screen.getByText('The end must be after the beginning.'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Exclude' })).toBeDisabled();
    await pick('Until', { ...until, day: '26' });
    await userEvent.click(screen.getByRole('button', { name: 'Exclude' }));
    expect(await screen.findByText('This cannot be saved.')).toBeVisible();
    expect(screen.getByText('from: it is too long ago')).toBeVisible();
  });

  it('has no buttons for those who may not', async () => {
    renderCard({ items: [], denied: ['pipelines.exclusion.change'] });
    expect(await screen.findByText(/^No time is excluded/)).toHaveTextContent(
      'pipelines.exclusion.change',
    );
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
