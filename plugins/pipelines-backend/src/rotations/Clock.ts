/** Says what time it is. Passed in, so that nothing deep inside asks by itself. */
export type Clock = () => Date;

/** The time of this machine. */
export const systemClock: Clock = () => new Date();
