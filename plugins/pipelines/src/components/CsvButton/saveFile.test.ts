import { saveFile } from './saveFile';

describe('saveFile', () => {
  const createObjectURL = jest.fn(() => 'blob:1');
  const revokeObjectURL = jest.fn();

  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(URL, { createObjectURL, revokeObjectURL });
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('lets the browser save it under its name, and then forgets it', () => {
    const saved: string[] = [];
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push(`${this.download} ${this.href}`);
      });
    const content = new Blob(['a,b']);
    saveFile(content, 'sla-profit-2026-11.csv');
    expect(saved).toEqual(['sla-profit-2026-11.csv blob:1']);
    expect(createObjectURL).toHaveBeenCalledWith(content);
    expect(revokeObjectURL).not.toHaveBeenCalled();
    jest.runAllTimers();
    expect(revokeObjectURL).toHaveBeenCalledWith('blob:1');
  });
});
