/** A label and where its line ends, in pixels from the top. */
export interface Label {
  readonly at: number;
}

/**
 * The labels moved apart so that neighbours are `gap` pixels from each other, as little as that takes;
 * their order stays, and of two at one place the first given is above. Same order as given.
 */
export function spreadLabels<L extends Label>(
  labels: readonly L[],
  gap: number,
): readonly (L & { readonly shownAt: number })[] {
  const sorted = labels.map((label, order) => ({ label, order })).sort(byPlace);
  const groups: { members: typeof sorted; middle: number }[] = [];
  for (const one of sorted) {
    let group = { members: [one], middle: one.label.at };
    // Groups that would touch become one, about their common middle.
    for (let last = groups.at(-1); last && tooNear(last, group, gap); last = groups.at(-1)) {
      groups.pop();
      const members = [...last.members, ...group.members];
      const sum = members.reduce((total, { label }) => total + label.at, 0);
      group = { members, middle: sum / members.length };
    }
    groups.push(group);
  }
  return groups
    .flatMap(({ members, middle }) =>
      members.map(({ label, order }, index) => ({
        order,
        placed: { ...label, shownAt: middle + (index - (members.length - 1) / 2) * gap },
      })),
    )
    .sort((a, b) => a.order - b.order)
    .map(({ placed }) => placed);
}

interface Ordered {
  readonly label: Label;
  readonly order: number;
}

function byPlace(a: Ordered, b: Ordered): number {
  return a.label.at - b.label.at || a.order - b.order;
}

interface Group {
  readonly members: readonly unknown[];
  readonly middle: number;
}

function tooNear(above: Group, below: Group, gap: number): boolean {
  return below.middle - above.middle < ((above.members.length + below.members.length) / 2) * gap;
}
