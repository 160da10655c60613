/** Of a call of dbt. */
export const metadata = {
  dbt_schema_version: 'https://schemas.getdbt.com/dbt/run-results/v6.json',
  dbt_version: '1.10.0',
  generated_at: '2026-11-23T11:10:00Z',
  invocation_id: 'b2f0b1d4-5c1e-4e83-9a5e-0b9c0f5a7d11',
};

/** Steps of a node. */
export const timing = [
  {
    name: 'compile',
    started_at: '2026-11-23T11:00:00Z',
    completed_at: '2026-11-23T11:00:01Z',
  },
  {
    name: 'execute',
    started_at: '2026-11-23T11:00:01Z',
    completed_at: '2026-11-23T11:00:09Z',
  },
];

/** A model that was built. */
export const model = {
  unique_id: 'model.shop.orders',
  status: 'success',
  timing,
  execution_time: 9.25,
  adapter_response: { _message: 'INSERT 0 120', rows_affected: 120 },
  message: 'INSERT 0 120',
  failures: null,
};

/** A test that passed. */
export const test = {
  unique_id: 'test.shop.not_null_orders_id.a1b2c3',
  status: 'pass',
  timing,
  execution_time: 0.5,
  adapter_response: {},
  message: null,
  failures: 0,
};
