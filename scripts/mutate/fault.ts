import type { CleanPlan } from './clean-plan.ts';

/** A change of a plan's words: offsets into its normalised text. An empty text takes the words out. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** One place where a kind of fault can be planted. */
export interface Planting {
  edits: readonly Edit[];
  /** The cell that was changed by one digit, as a JSON Pointer, and what it said before. */
  misread?: { at: string; value: number };
}

/** A kind of fault. */
export interface FaultKind {
  id: string;
  /** What is done to the plan. */
  says: string;
  /** The rules of which any has to report it. */
  rules: readonly string[];
  /** Whether only the figures can show it. */
  arithmetic?: true;
  /** Every place of a plan where it can be planted so that the plan then contradicts itself. */
  places(clean: CleanPlan, random: () => number): Planting[];
}
