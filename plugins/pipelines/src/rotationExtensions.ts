import { createComponentExtension } from '@backstage/core-plugin-api';
import { pipelinesPlugin } from './plugin';

/**
 * Card for a Rotation: who has duty now and next, and its members in order.
 *
 * @public
 */
export const EntityRotationNowCard: () => JSX.Element = pipelinesPlugin.provide(
  createComponentExtension({
    name: 'EntityRotationNowCard',
    component: {
      lazy: () =>
        import('./components/RotationNowCard').then(m => m.RotationNowCard),
    },
  }),
);

/**
 * Card for a Rotation: a month of shifts, each with why it is so.
 *
 * @public
 */
export const EntityRotationScheduleCard: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityRotationScheduleCard',
      component: {
        lazy: () =>
          import('./components/RotationScheduleCard').then(
            m => m.RotationScheduleCard,
          ),
      },
    }),
  );

/**
 * Card for a Rotation: the holidays that come next, and who moves.
 *
 * @public
 */
export const EntityRotationHolidaysCard: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityRotationHolidaysCard',
      component: {
        lazy: () =>
          import('./components/RotationHolidaysCard').then(
            m => m.RotationHolidaysCard,
          ),
      },
    }),
  );

/**
 * Card for a Rotation: swaps that wait for an answer.
 *
 * @public
 */
export const EntityRotationSwapsCard: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityRotationSwapsCard',
      component: {
        lazy: () =>
          import('./components/WaitingSwapsCard').then(m => m.WaitingSwapsCard),
      },
    }),
  );

/**
 * Card for a Rotation: who is away when, and which shifts that hits.
 *
 * @public
 */
export const EntityRotationAbsencesCard: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityRotationAbsencesCard',
      component: {
        lazy: () =>
          import('./components/RotationAbsencesCard').then(
            m => m.RotationAbsencesCard,
          ),
      },
    }),
  );

/**
 * Tab for a Rotation: who carries how much, past and planned.
 *
 * @public
 */
export const EntityRotationFairnessContent: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityRotationFairnessContent',
      component: {
        lazy: () =>
          import('./components/RotationFairnessContent').then(
            m => m.RotationFairnessContent,
          ),
      },
    }),
  );

/**
 * Tab for a Rotation: each change of duty, with its notes.
 *
 * @public
 */
export const EntityRotationHandoffsContent: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityRotationHandoffsContent',
      component: {
        lazy: () =>
          import('./components/RotationHandoffsContent').then(
            m => m.RotationHandoffsContent,
          ),
      },
    }),
  );

/**
 * Tab for a Rotation: shifts in one's own calendar.
 *
 * @public
 */
export const EntityRotationFeedsContent: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityRotationFeedsContent',
      component: {
        lazy: () =>
          import('./components/RotationFeedsContent').then(
            m => m.RotationFeedsContent,
          ),
      },
    }),
  );

/**
 * Card for a User: when this person is on call next.
 *
 * @public
 */
export const EntityMemberShiftsCard: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityMemberShiftsCard',
      component: {
        lazy: () =>
          import('./components/MemberShiftsCard').then(m => m.MemberShiftsCard),
      },
    }),
  );

/**
 * Card for a Group: the rotations it owns, and who is on now.
 *
 * @public
 */
export const EntityGroupRotationsCard: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityGroupRotationsCard',
      component: {
        lazy: () =>
          import('./components/GroupRotationsCard').then(
            m => m.GroupRotationsCard,
          ),
      },
    }),
  );
