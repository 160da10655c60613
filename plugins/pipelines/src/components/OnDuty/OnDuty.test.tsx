import { screen } from '@testing-library/react';
import {
  NOW,
  onCall,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  shift,
  thanksgivingWeek,
} from '../../__testUtils__';
import { OnDuty } from './OnDuty';

describe('<OnDuty />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('gives every reason, in the order in which they were applied', async () => {
    const current = {
      ...shift(0),
      reasons: [
        { type: 'sequence' as const, text: 'weekly rotation' },
        { type: 'sequence' as const, text: 'first of two weeks' },
      ],
    };
    renderOnPage(<OnDuty onCall={onCall({ current })} now={Date.parse(NOW)} />);
    expect(
      await screen.findByText(/weekly rotation; first of two weeks/),
    ).toBeVisible();
  });

  it('gives the reason that decided, on a holiday', async () => {
    const [, holiday] = thanksgivingWeek();
    renderOnPage(
      <OnDuty onCall={onCall({ current: holiday })} now={Date.parse(NOW)} />,
    );
    expect(
      await screen.findByText(/because 26 Nov is Thanksgiving/),
    ).not.toHaveTextContent('everyone watches');
  });

  it('goes by the next person: a stretch may end before duty does', async () => {
    const [stretch] = thanksgivingWeek();
    renderOnPage(
      <OnDuty onCall={onCall({ current: stretch })} now={Date.parse(NOW)} />,
    );
    expect(await screen.findByText(/^until/)).toHaveTextContent(
      'until Mon 30 Nov 15:00',
    );
  });

  it('says since when nobody is on call, and who is told', async () => {
    const gap = {
      number: 46,
      start: '2026-11-23T14:00:00.000Z',
      end: '2026-11-24T14:00:00.000Z',
      text: 'Nobody has duty, because all are away.',
    };
    renderOnPage(
      <OnDuty
        onCall={onCall({ current: undefined, gap })}
        now={Date.parse(NOW)}
      />,
    );
    expect(await screen.findByText('Nobody is on call.')).toBeVisible();
    expect(screen.getByText(/level 2 is told/)).toHaveTextContent(
      'Since Mon 23 Nov 15:00, until Tue 24 Nov 15:00; level 2 is told. Nobody has duty, because all are away.',
    );
    expect(screen.getByText(/^next, from/)).toBeVisible();
  });
});
