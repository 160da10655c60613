import { Knex } from 'knex';
import { fromDate } from '../instant';
import { rulesTable } from './ruleRow';

/** All rules of a pipeline are to be judged anew, from their beginning. */
export async function touchAll(
  transaction: Knex.Transaction,
  options: { pipelineRef: string; at: Date },
): Promise<void> {
  await rulesTable(transaction)
    .where({ pipeline_ref: options.pipelineRef })
    .update({
      due_at: fromDate(options.at),
      touched_from: transaction.raw(
        '(select min(from_at) from rule_versions where rule_id = rules.id)',
      ),
    });
}
