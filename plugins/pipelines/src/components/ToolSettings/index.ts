export { ToolSettings } from './ToolSettings';
