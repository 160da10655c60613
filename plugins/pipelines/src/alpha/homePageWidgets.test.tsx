import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { onCall, pipelinesApiMock, rotation } from '../__testUtils__';
import { pipelinesApiRef } from '../api';
import plugin from '../alpha';

const patient = { timeout: 10_000 };
jest.setTimeout(30_000);

const [myShifts, onCallNow] = [
  createExtensionTester(
    plugin.getExtension('home-page-widget:pipelines/my-shifts'),
  ),
  createExtensionTester(
    plugin.getExtension('home-page-widget:pipelines/on-call'),
  ),
];

describe('home page widgets', () => {
  it.each([
    ['My next shifts', 'No shifts in the next 90 days.'],
    ['On call now', 'data-engineering'],
  ])('%s', async (title, text) => {
    const widget = [myShifts, onCallNow]
      .map(tester => tester.get(homePageWidgetDataRef))
      .find(candidate => candidate.title === title);
    renderInTestApp(<>{widget?.component}</>, {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [catalogApiRef, catalogApiMock({ entities: [rotation()] })],
        [
          pipelinesApiRef,
          pipelinesApiMock({
            getOnCallByRefs: async () => ({ items: [onCall()] }),
          }),
        ],
      ],
    });
    expect(await screen.findByText(title, {}, patient)).toBeVisible();
    expect(await screen.findByText(text, {}, patient)).toBeVisible();
  });
});
