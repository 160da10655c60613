export { claimStub, entityNameOf, pipelineStub } from './jobStub';
export {
  KEY_SETTING,
  toolSettings,
  type Setting,
  type ToolSettings,
} from './toolSettings';
