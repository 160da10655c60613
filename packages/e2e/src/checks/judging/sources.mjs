// The simulated company, as the tests of the backend have it.
import { requireSource } from '../support/requireSource.mjs';

const { load } = requireSource('../../benchmarks/harness.mjs');

const SUPPORT = '../plugins/pipelines-backend/src/judging/__testUtils__';

export const { batchesOf } = load(`${SUPPORT}/batchesOf`);
export const { companyYear } = load(`${SUPPORT}/companyYear`);
export const { isOfTool } = load(`${SUPPORT}/Delivery`);
export const { faultyRevisions } = load(`${SUPPORT}/faultyRevisions`);
export const { compareWithScratch } = load(`${SUPPORT}/fromScratch`);
export const { digestOf, judgedContent } = load(`${SUPPORT}/judgedContent`);
export const { keptIn, keptOf } = load(`${SUPPORT}/keptFacts`);
export const { SimulatedBackend } = load(`${SUPPORT}/SimulatedBackend`);
