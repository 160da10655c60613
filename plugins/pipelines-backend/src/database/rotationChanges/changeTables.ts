import { Knex } from 'knex';
import { ChangeRow } from './changeRow';

type ClaimRow = {
  rotation_ref: string;
  shift_number: number;
  change_id: string;
};

/** The changes, by id. */
export function changes(knex: Knex) {
  return knex<ChangeRow>('rotation_changes');
}

/** The shifts that open swaps hold, by rotation and number. */
export function claims(knex: Knex) {
  return knex<ClaimRow>('rotation_swap_claims');
}
