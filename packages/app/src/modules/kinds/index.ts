export { catalogGraphKindsModule } from './catalogGraph';
export { catalogKindsModule } from './entityPresentation';
export { kindIconsModule } from './kindIcons';
