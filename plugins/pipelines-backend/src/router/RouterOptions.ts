import {
  AuditorService,
  DiscoveryService,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AbsenceStore,
  CalendarFeedStore,
  ExclusionStore,
  HandoffStore,
  JobStore,
  JournalStore,
  PortfolioStore,
  ReviewStore,
  ScoreStore,
  RotationVersionStore,
} from '../database';
import { AlertStore } from '../database/alerts/AlertStore';
import { MetricQueryStore } from '../database/metricQueries/MetricQueryStore';
import { MeasurementService } from '../measurements/MeasurementService';
import { PipelineAccess } from '../pipelines/PipelineAccess';
import { RunService } from '../runs/RunService';
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
  /** Doors for tools, which read bodies in their own way. */
  ingestRoutes: Router;
  access: PipelineAccess;
  runs: RunService;
  figures: MeasurementService;
  alerts: AlertStore;
  queries: MetricQueryStore;
  jobs: JobStore;
  journal: JournalStore;
  flushJournal: () => Promise<void>;
  /** Milliseconds after which a sender that says nothing is called silent. */
  silentAfter: number;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  exclusions: ExclusionStore;
  reviews: ReviewStore;
  scores: ScoreStore;
  portfolio: PortfolioStore;
  /** Days of the zone after the end of a month at which it closes. */
  closeAfterDays: number;
  /** The earliest instant that can be judged again. */
  oldest: (now: Date) => Date;
  /** Called when something was stored that promises depend on. */
  onStored: () => void;
  now: Clock;
}
