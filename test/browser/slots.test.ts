import { expect, test } from 'vitest';
import { Slots } from '../../src/browser/slots.ts';

const is = (wanted: string) => (thing: string) => thing === wanted;

test('gives the idle thing that fits, then an empty slot, then the one idle longest', async () => {
  const slots = new Slots<string>(3);
  const both = [await slots.take(is('a')), await slots.take(is('b'))];
  expect(both).toEqual([undefined, undefined]);
  slots.give('a');
  slots.give('b');
  expect(await slots.take(is('b'))).toBe('b');
  expect(await slots.take(is('c'))).toBeUndefined();
  expect(await slots.take(is('c'))).toBe('a');
});

test('hands a thing to the first waiter that it fits, else to the first', async () => {
  const slots = new Slots<string>(2);
  await slots.take(is('a'));
  await slots.take(is('b'));
  const order: string[] = [];
  const waiting = ['x', 'y', 'b'].map((wanted) =>
    slots.take(is(wanted)).then((thing) => order.push(`${wanted} got ${thing}`)),
  );
  slots.give('b');
  slots.give('a');
  slots.give(undefined);
  await Promise.all(waiting);
  expect(order.toSorted()).toEqual(['b got b', 'x got a', 'y got undefined']);
});

test('an empty slot given back may be taken by the next', async () => {
  const slots = new Slots<string>(1);
  for (let count = 0; count < 3; count += 1) {
    expect(await slots.take(is('a'))).toBeUndefined();
    slots.give(undefined);
  }
});

test('a limit below one is refused', () => {
  expect(() => new Slots(0)).toThrow(RangeError);
});
