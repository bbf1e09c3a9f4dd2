/** A piece of a text, and whether it is the one that is looked for. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

/** Cuts a text at every place where a mention stands. */
export function markMention(text: string, mention: string): Piece[] {
  if (mention.length === 0) return [{ text, isMarked: false }];
  const pieces: Piece[] = [];
  text.split(mention).forEach((between, i) => {
    if (i > 0) pieces.push({ text: mention, isMarked: true });
    if (between.length > 0) pieces.push({ text: between, isMarked: false });
  });
  return pieces;
}
