import { screen, within } from '@testing-library/react';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  onCall,
  pipeline,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  runbook,
} from '../../__testUtils__';
import { ownershipRow } from '../../entities';
import { OwnershipTable } from './OwnershipTable';

type Spec = Parameters<typeof pipeline>[0];

function named(name: string, spec: Spec = {}) {
  return pipeline(spec, { metadata: { name, namespace: 'default' } });
}

function renderTable(
  pipelines: ReturnType<typeof pipeline>[],
  getOnCallByRefs: PipelinesApi['getOnCallByRefs'],
) {
  return renderOnPage(
    <OwnershipTable
      rows={pipelines.flatMap(entity => ownershipRow(entity) ?? [])}
      selfRef="pipeline:default/profit"
    />,
    {
      entities: [...pipelines, runbook()],
      pipelinesApi: { getOnCallByRefs },
    },
  );
}

const rowOf = (name: RegExp) => screen.findByRole('row', { name });

describe('<OwnershipTable />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('shows who answers for a pipeline, by name and with links', async () => {
    renderTable([named('profit')], async () => ({ items: [onCall()] }));
    const row = await rowOf(/profit/);
    for (const name of [
      'Finance Team',
      'Data Engineering',
      'CFO',
      'Risk Team',
      'Data Engineer A',
    ]) {
      expect(await within(row).findByRole('link', { name })).toBeVisible();
    }
    expect(within(row).getByText('high')).toBeVisible();
    expect(within(row).getByText('this page')).toBeVisible();
    expect(await within(row).findByText('13 days ago')).toBeVisible();
  });

  it('asks once for the rotations of all rows, each rotation once', async () => {
    const getOnCallByRefs = jest.fn(async () => ({
      items: [onCall(), onCall()],
    }));
    renderTable(
      [named('profit'), named('growth'), named('other', { rotation: 'night' })],
      getOnCallByRefs,
    );
    expect(await screen.findAllByText('Data Engineer A')).toHaveLength(3);
    expect(getOnCallByRefs).toHaveBeenCalledTimes(1);
    expect(getOnCallByRefs).toHaveBeenCalledWith({
      rotationRefs: [
        'rotation:default/data-engineering',
        'rotation:default/night',
      ],
    });
  });

  it('says gaps in words', async () => {
    const getOnCallByRefs = jest.fn();
    renderTable(
      [
        named('bare', {
          secondaryOwner: undefined,
          stakeholders: undefined,
          rotation: undefined,
          runbook: undefined,
        }),
      ],
      getOnCallByRefs,
    );
    const row = await rowOf(/bare/);
    for (const gap of [
      'no secondary owner',
      'no stakeholders',
      'nobody on call',
      'no runbook',
    ]) {
      expect(within(row).getByText(gap)).toBeVisible();
    }
    expect(getOnCallByRefs).not.toHaveBeenCalled();
  });

  it('marks a runbook that is overdue', async () => {
    const pipelines = [named('profit')];
    renderOnPage(
      <OwnershipTable
        rows={pipelines.flatMap(entity => ownershipRow(entity) ?? [])}
      />,
      {
        entities: [
          ...pipelines,
          runbook({ lastReviewed: '2026-11-07', reviewEvery: '1w' }),
        ],
        pipelinesApi: { getOnCallByRefs: async () => ({ items: [onCall()] }) },
      },
    );
    expect(await screen.findByText('overdue by 9 days')).toBeVisible();
  });

  it('says what cannot be known: hidden, not begun, backend away', async () => {
    renderTable(
      [
        named('a-hidden', { rotation: 'a-hidden', runbook: 'hidden' }),
        named('b-later', { rotation: 'b-later' }),
      ],
      async () => ({ items: [null, onCall({ current: undefined })] }),
    );
    const hidden = await rowOf(/a-hidden/);
    expect(
      await within(hidden).findByText(
        'rotation not found or not for you to see',
      ),
    ).toBeVisible();
    expect(
      await within(hidden).findByText(
        'runbook not found or not for you to see',
      ),
    ).toBeVisible();
    expect(
      within(await rowOf(/b-later/)).getByText('not begun yet'),
    ).toBeVisible();
  });

  it('still shows the owners when the backend is away', async () => {
    renderTable([named('profit')], async () => {
      throw new Error('Failed to fetch');
    });
    expect(await screen.findByText('not known now')).toBeVisible();
    expect(await screen.findByText('Finance Team')).toBeVisible();
  });
});
