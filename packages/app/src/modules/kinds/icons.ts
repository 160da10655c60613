import { IconComponent } from '@backstage/core-plugin-api';
import AccountTree from '@material-ui/icons/AccountTree';
import Autorenew from '@material-ui/icons/Autorenew';
import MenuBook from '@material-ui/icons/MenuBook';
import TrendingUp from '@material-ui/icons/TrendingUp';

/** Icons of the kinds that the Pipelines plugin adds, by lower-case kind. */
export const KIND_ICONS: Record<string, IconComponent> = {
  pipeline: AccountTree,
  rotation: Autorenew,
  runbook: MenuBook,
  escalationpolicy: TrendingUp,
};
