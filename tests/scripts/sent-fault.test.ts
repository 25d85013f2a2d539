import { describe, expect, it } from 'vitest';
import { PlanFault, UsageFault } from '../../scripts/fault.ts';
import { receivedFault, sentFault } from '../../scripts/sent-fault.ts';
import { SourceFault } from '../../src/source/fault.ts';

/** As it arrives in another thread. */
const sent = (error: unknown) => receivedFault(structuredClone(sentFault(error)));

describe('a fault that is sent between threads', () => {
  it.each([
    new SourceFault({ code: 'google-busy', kind: 'unreachable', what: 'a', why: 'b', fix: 'c' }),
    new UsageFault('what', 'fix'),
    new PlanFault('plan'),
    new Error('else'),
  ])('stays what it is: %o', (error) => {
    const arrived = sent(error);
    expect(arrived).toBeInstanceOf(error.constructor);
    expect({ ...arrived, message: arrived.message, name: arrived.name }).toEqual({
      ...error,
      message: error.message,
      name: error.name,
    });
    expect(arrived.stack).toBe(error.stack);
  });

  it('is an error where something else was thrown', () => {
    expect(sent('odd')).toMatchObject({ message: 'odd' });
  });
});
