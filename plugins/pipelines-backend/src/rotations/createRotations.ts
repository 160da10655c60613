import {
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { RotationEntities } from '../catalog/RotationEntities';
import {
  AbsenceStore,
  RotationChangeStore,
  RotationVersionStore,
} from '../database';
import { Clock } from './Clock';
import { MemberNames } from './MemberNames';
import { RecordedRotations } from './RecordedRotations';
import { RotationHistory } from './RotationHistory';
import { RotationService } from './RotationService';

/** Puts together what reads rotations. */
export function createRotations(options: {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  permissions: PermissionsService;
  absences: AbsenceStore;
  changes: RotationChangeStore;
  versions: RotationVersionStore;
  now: Clock;
}): { recorded: RecordedRotations; rotations: RotationService } {
  const recorded = new RecordedRotations({
    entities: new RotationEntities(options),
    history: new RotationHistory({ store: options.versions, now: options.now }),
  });
  const rotations = new RotationService({
    ...options,
    rotations: recorded,
    names: new MemberNames(options),
  });
  return { recorded, rotations };
}
