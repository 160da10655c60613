import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

const myShifts = HomePageWidgetBlueprint.make({
  name: 'my-shifts',
  params: {
    name: 'PipelinesMyShifts',
    title: 'My next shifts',
    description: 'When you are on call next, in all rotations',
    layout: { width: { defaultColumns: 4 }, height: { defaultRows: 4 } },
    components: () =>
      import('../components/MyShiftsWidget').then(m => ({
        Content: m.MyShiftsWidget,
      })),
  },
});

const onCall = HomePageWidgetBlueprint.make({
  name: 'on-call',
  params: {
    name: 'PipelinesOnCall',
    title: 'On call now',
    description: 'Who is on call in every rotation, gaps first',
    layout: { width: { defaultColumns: 8 }, height: { defaultRows: 4 } },
    components: () =>
      import('../components/RotationsOnCall').then(m => ({
        Content: m.RotationsOnCall,
      })),
  },
});

/** Widgets for apps that have a home page; without one they show nowhere. */
export const homePageWidgets = [myShifts, onCall];
