import { Alert } from '@backstage/ui';

/**
 * An entity names another that the catalog does not hand out. The catalog does
 * not tell "not there" from "not for you to see", so neither does this.
 */
export function MissingReference(props: {
  /** What it is, such as "runbook". */
  what: string;
  entityRef: string;
  /** The field that names it. */
  field: string;
}) {
  return (
    <Alert
      status="warning"
      icon
      title={`The ${props.what} was not found.`}
      description={`The catalog has no ${props.entityRef}, or you may not see it. Check ${props.field} in this entity's file, and that the ${props.what} is registered.`}
    />
  );
}
