// Formula ↔ curve: marks the branch that holds at the cursor, and lights up the piece of the curve
// that belongs to the branch under the pointer, under a finger or in focus.

import type { ActivationId, ActivationInfo } from '../../../engine/types.ts';
import type { Series } from '../../chart.ts';
import { formatNumber } from '../../format.ts';
import { styleOf } from '../../palette.ts';
import { withAlpha } from '../../theme.ts';
import type { ChartSpec } from '../charts.ts';
import type { Plot } from '../parts.ts';
import type { Which } from '../sampling.ts';
import { PartWords } from '../words.ts';
import { branchAt, branchesOf, type Stretch, shownStretch } from './branches.ts';
import { branchStyles } from './styles.ts';

interface Branch {
  id: ActivationId;
  which: Which;
  branch: number;
}

/** Of the piece that is lit, in CSS pixels. */
const WIDTH = 10;
const ALPHA = 0.35;

export class BranchLight {
  private readonly words: PartWords;
  private lit: Branch | undefined;

  constructor(private readonly plot: () => Plot) {
    this.words = new PartWords(plot);
    const { root } = plot();
    root.adoptedStyleSheets.push(branchStyles.styleSheet!);
    const light = (event: Event) => this.show(branchOf(event));
    root.addEventListener('pointerover', light);
    root.addEventListener('focusin', (event) => {
      if (branchOf(event)) light(event);
    });
    root.addEventListener('pointerout', (event) => {
      // What a finger has lit stays so until it touches something else.
      if ((event as PointerEvent).pointerType === 'mouse') this.show(undefined);
    });
    root.addEventListener('focusout', (event) => {
      if (branchOf(event)) this.show(undefined);
    });
    root.addEventListener('click', (event) => this.go(branchOf(event)));
  }

  /** Marks in every formula on the page what holds at the cursor. */
  sync(): void {
    const { root, infos } = this.plot();
    for (const row of root.querySelectorAll<HTMLElement>('tbody[data-function] tr[data-which]')) {
      const { id, which } = placeOf(row);
      const info = infos.find((candidate) => candidate.id === id);
      if (info) this.mark(row, info, which);
    }
  }

  /** The lit piece of a curve, for the chart that draws the curve. */
  series({ infos, which }: ChartSpec): Series[] {
    const { lit } = this;
    const info = infos.find(({ id }) => id === lit?.id);
    if (!lit || !info || !which.includes(lit.which)) return [];
    const { colors, sample } = this.plot();
    const { light, dark } = styleOf(info.id);
    const { points } = sample(info)[lit.which];
    return this.stretchesOf(info, lit.which)[lit.branch]!.map(({ from, to }) => ({
      id: `lit ${info.id} ${lit.which} ${from}`,
      color: withAlpha(colors.dark ? dark : light, ALPHA),
      dash: [],
      width: WIDTH,
      points: points.filter(({ x }) => x >= from && x <= to),
      cursorY: Number.NaN,
    }));
  }

  private stretchesOf(info: ActivationInfo, which: Which): readonly (readonly Stretch[])[] {
    return branchesOf(info.id, which, this.plot().params(info));
  }

  private mark(row: HTMLElement, info: ActivationInfo, which: Which): void {
    const { cursor, params } = this.plot();
    const holds = branchAt(info.id, which, Math.fround(cursor), params(info));
    for (const part of row.querySelectorAll<HTMLElement>('[data-branch]')) {
      const branch = Number(part.dataset.branch);
      part.classList.toggle('holds', branch === holds);
      part.classList.toggle('lit', isSame(this.lit, { id: info.id, which, branch }));
    }
    this.offerKeys(row, info, which, holds);
  }

  /** KaTeX hides its picture from assistive technology and from the keyboard: what can be pointed
   * at there, buttons do here, which show while they have the focus. */
  private offerKeys(
    row: HTMLElement,
    info: ActivationInfo,
    which: Which,
    holds: number | undefined,
  ): void {
    const cell = row.querySelector('td.formula')!;
    const words = this.words.now?.branches;
    const stretches = words ? this.stretchesOf(info, which) : [];
    let keys = cell.querySelector<HTMLElement>('.branch-keys');
    if (!words || stretches.length === 0) {
      keys?.remove();
      return;
    }
    if (!keys) {
      keys = document.createElement('div');
      keys.className = 'branch-keys';
      keys.setAttribute('role', 'group');
      cell.append(keys);
    }
    keys.setAttribute('aria-label', words.group(info.label, which === 'f' ? 'f' : 'f′'));
    while (keys.children.length > stretches.length) keys.lastChild!.remove();
    for (const [branch, own] of stretches.entries()) {
      let key = keys.children[branch] as HTMLButtonElement | undefined;
      if (!key) {
        key = document.createElement('button');
        key.type = 'button';
        keys.append(key);
      }
      key.dataset.branch = String(branch);
      const text = own
        .map(({ from, to }) => words.stretch(formatNumber(from, 4), formatNumber(to, 4)))
        .join(words.or);
      const said = branch === holds ? `${text} (${words.holds})` : text;
      if (key.textContent !== said) key.textContent = said;
    }
  }

  private show(branch: Branch | undefined): void {
    if (isSame(this.lit, branch)) return;
    this.lit = branch;
    this.plot().changed();
  }

  /** Puts the cursor on a branch, unless it is there. */
  private go(branch: Branch | undefined): void {
    if (!branch) return;
    const { infos, params, cursor, window, actions } = this.plot();
    const info = infos.find(({ id }) => id === branch.id)!;
    const all = params(info);
    if (branchAt(info.id, branch.which, Math.fround(cursor), all) === branch.branch) return;
    const stretch = shownStretch(this.stretchesOf(info, branch.which)[branch.branch]!, window);
    if (stretch) actions.setCursor(Number(((stretch.from + stretch.to) / 2).toPrecision(4)));
  }
}

function isSame(a: Branch | undefined, b: Branch | undefined): boolean {
  return a?.id === b?.id && a?.which === b?.which && a?.branch === b?.branch;
}

function placeOf(row: HTMLElement): Pick<Branch, 'id' | 'which'> {
  const { function: id } = row.closest<HTMLElement>('[data-function]')!.dataset;
  return { id: id as ActivationId, which: row.dataset.which as Which };
}

/** The branch of a formula that an event is about. */
function branchOf({ target }: Event): Branch | undefined {
  const part = (target as Element).closest<HTMLElement>('[data-branch]');
  const row = part?.closest<HTMLElement>('tr[data-which]');
  return part && row ? { ...placeOf(row), branch: Number(part.dataset.branch) } : undefined;
}
