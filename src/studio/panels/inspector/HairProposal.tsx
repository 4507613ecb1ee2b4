export function HairProposal() {
  return null;
}
