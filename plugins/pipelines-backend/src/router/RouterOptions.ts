import {
  AuditorService,
  DiscoveryService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AbsenceStore,
  CalendarFeedStore,
  HandoffStore,
  RotationVersionStore,
} from '../database';
import { Clock } from '../rotations/Clock';
import { Actors } from '../rotations/Actors';
import { RotationService } from '../rotations/RotationService';
import { RotationChanges } from '../rotations/changes/RotationChanges';

/** What the routes need. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  rotations: RotationService;
  actors: Actors;
  changes: RotationChanges;
  absences: AbsenceStore;
  feeds: CalendarFeedStore;
  handoffs: HandoffStore;
  versions: RotationVersionStore;
  now: Clock;
}
