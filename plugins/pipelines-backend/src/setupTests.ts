// A new database with all its tables takes seconds on a machine that has other
// work; a test that hangs is ended all the same.
jest.setTimeout(30_000);
