import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// How long a busy machine may take says nothing about the code: only what hangs
// is to fail.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });
