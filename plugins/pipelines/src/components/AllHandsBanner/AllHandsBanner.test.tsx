import { screen, waitFor } from '@testing-library/react';
import {
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  ROTATION,
  shiftsPage,
  thanksgivingWeek,
} from '../../__testUtils__';
import { AllHandsBanner } from './AllHandsBanner';

describe('<AllHandsBanner />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says that everyone watches, and which pipelines', async () => {
    renderOnPage(
      <AllHandsBanner
        rotationRef={ROTATION}
        rotation={rotation({
          allHands: [
            {
              name: 'Monthly investor report',
              period: 'last-week-of-month',
              pipelines: ['profit'],
            },
          ],
        })}
      />,
      {
        pipelinesApi: {
          getShifts: async () => ({
            ...shiftsPage([]),
            items: thanksgivingWeek(),
          }),
        },
      },
    );
    const note = await screen.findByRole('note');
    expect(note).toHaveTextContent(
      'All hands. Everyone watches 24–30 Nov: Monthly investor report. Watched: profit.',
    );
  });

  it('is silent at other times', async () => {
    const getShifts = jest.fn(async () => shiftsPage([0]));
    renderOnPage(<AllHandsBanner rotationRef={ROTATION} />, {
      pipelinesApi: { getShifts },
    });
    await waitFor(() => expect(getShifts).toHaveBeenCalled());
    expect(screen.queryByRole('note')).not.toBeInTheDocument();
  });
});
