import { NotAllowedError } from '@backstage/errors';
import { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  OnCall,
  PipelinesApi,
} from '@techflow/backstage-plugin-pipelines-common';
import {
  company,
  onCall,
  pipeline,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  shift,
  thanksgivingWeek,
} from '../../__testUtils__';
import { RotationsOnCall } from './RotationsOnCall';

function named(name: string): Entity {
  const entity = rotation();
  const owner = `group:default/${name}`;
  return {
    ...entity,
    metadata: { ...entity.metadata, name, title: `Team ${name}` },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

const NOBODY: OnCall = onCall({
  current: undefined,
  gap: {
    number: 46,
    start: '2026-11-23T14:00:00.000Z',
    end: '2026-11-30T14:00:00.000Z',
    text: 'All members are away',
  },
});

function renderRotations(
  getOnCallByRefs: PipelinesApi['getOnCallByRefs'],
  options: { entities?: Entity[]; ownerRef?: string } = {},
) {
  const { entities = [named('a'), named('b'), named('c')], ownerRef } = options;
  renderOnPage(<RotationsOnCall ownerRef={ownerRef} />, {
    entities: [...entities, pipeline()],
    pipelinesApi: { getOnCallByRefs },
  });
}

async function rows() {
  const table = await screen.findByRole('grid', { name: 'Who is on call' });
  await within(table).findAllByText(/^Team/);
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent);
}

describe('<RotationsOnCall />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('has gaps first and what cannot be seen last, in one request', async () => {
    const getOnCallByRefs = jest.fn(async () => ({
      items: [null, onCall({ current: thanksgivingWeek()[1] }), NOBODY],
    }));
    renderRotations(getOnCallByRefs);
    const [first, second, third] = await rows();
    expect(first).toContain('Team c');
    expect(first).toContain('nobody is on callsince Mon 23 Nov 15:00; level 2');
    expect(first).toContain('All members are away');
    expect(second).toContain('until Mon 30 Nov 15:00');
    expect(second).toContain('because 26 Nov is Thanksgiving');
    expect(second).toContain('everyone watches');
    expect(third).toContain('Team anot for you to see');
    expect(getOnCallByRefs).toHaveBeenCalledTimes(1);
    expect(getOnCallByRefs).toHaveBeenCalledWith({
      rotationRefs: ['a', 'b', 'c'].map(name => `rotation:default/${name}`),
    });
  });

  it('lists those of one group', async () => {
    const getOnCallByRefs = jest.fn(async () => ({
      items: [onCall({ current: undefined, next: shift(6) })],
    }));
    renderRotations(getOnCallByRefs, { ownerRef: 'group:default/b' });
    expect(await rows()).toEqual([expect.stringContaining('Team bnot begun')]);
    expect(getOnCallByRefs).toHaveBeenCalledWith({
      rotationRefs: ['rotation:default/b'],
    });
  });

  it('turns pages by cursor, one request for each', async () => {
    const entities = Array.from({ length: 51 }, (_, index) =>
      named(`r${String(index).padStart(2, '0')}`),
    );
    const getOnCallByRefs = jest.fn(
      async ({ rotationRefs }: { rotationRefs: string[] }) => ({
        items: rotationRefs.map(() => onCall()),
      }),
    );
    renderOnPage(<RotationsOnCall />, {
      catalogApi: catalogApiMock({ entities: [...company, ...entities] }),
      pipelinesApi: { getOnCallByRefs },
    });
    expect(await rows()).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect(await screen.findByText('Team r50')).toBeVisible();
    expect(await rows()).toHaveLength(1);
    expect(getOnCallByRefs).toHaveBeenCalledTimes(2);
  });

  it('says when there are none, and asks nobody', async () => {
    const getOnCallByRefs = jest.fn();
    renderRotations(getOnCallByRefs, { entities: [] });
    expect(await screen.findByText(/There are no rotations yet/)).toBeVisible();
    expect(getOnCallByRefs).not.toHaveBeenCalled();
  });

  it('says what is missing, and tries again', async () => {
    const getOnCallByRefs = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockRejectedValue(new NotAllowedError());
    renderRotations(getOnCallByRefs);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('You may not see who is on call.'),
    ).toBeVisible();
  });
});
