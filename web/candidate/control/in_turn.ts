// SPDX-License-Identifier: Apache-2.0

/** Runs the tasks given to it one after the other: each begins when the one before has ended. */
export function inTurn(): (task: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (task) => (last = last.then(task, task));
}
