/**
 * A Pipeline is looked after by this group when its primary owner cannot.
 * Kept apart from `ownedBy` because only the primary owner owns.
 *
 * @public
 */
export const RELATION_SECONDARY_OWNED_BY = 'secondaryOwnedBy';
/** Reverse of {@link RELATION_SECONDARY_OWNED_BY}. @public */
export const RELATION_SECONDARY_OWNER_OF = 'secondaryOwnerOf';

/**
 * A Pipeline has this person or group as a business stakeholder.
 *
 * @public
 */
export const RELATION_HAS_STAKEHOLDER = 'hasStakeholder';
/** Reverse of {@link RELATION_HAS_STAKEHOLDER}. @public */
export const RELATION_STAKEHOLDER_OF = 'stakeholderOf';

/**
 * A Pipeline is on call through this Rotation.
 *
 * @public
 */
export const RELATION_HAS_ROTATION = 'hasRotation';
/** Reverse of {@link RELATION_HAS_ROTATION}. @public */
export const RELATION_ROTATION_OF = 'rotationOf';

/**
 * A Pipeline's troubles are answered by this Runbook.
 *
 * @public
 */
export const RELATION_HAS_RUNBOOK = 'hasRunbook';
/** Reverse of {@link RELATION_HAS_RUNBOOK}. @public */
export const RELATION_RUNBOOK_OF = 'runbookOf';

/**
 * A Pipeline's issues climb the levels of this EscalationPolicy.
 *
 * @public
 */
export const RELATION_ESCALATES_BY = 'escalatesBy';
/** Reverse of {@link RELATION_ESCALATES_BY}. @public */
export const RELATION_ESCALATION_OF = 'escalationOf';

/**
 * A Rotation hands duty to this person. The stock `hasMember` is not used: the
 * organisation pages take its targets for groups.
 *
 * @public
 */
export const RELATION_ROTATES_THROUGH = 'rotatesThrough';
/** Reverse of {@link RELATION_ROTATES_THROUGH}. @public */
export const RELATION_ROTATES_IN = 'rotatesIn';

/**
 * An EscalationPolicy or Runbook row names this person or group as one to call.
 *
 * @public
 */
export const RELATION_ESCALATES_TO = 'escalatesTo';
/** Reverse of {@link RELATION_ESCALATES_TO}. @public */
export const RELATION_ESCALATED_FROM = 'escalatedFrom';
