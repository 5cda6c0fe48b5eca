/**
 * A name or text that came from outside, for a terminal: what would steer it or turn the direction of reading is shown as its code,
 * such as `\\u001b`.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (one) => {
    return `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
