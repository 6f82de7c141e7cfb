// SPDX-License-Identifier: Apache-2.0

/** A French sign never begins a line: sentences of the box come with plain spaces. */
export const unbroken = (text: string) =>
  text.replace(/ ([:;?!»%])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
