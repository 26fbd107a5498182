// <imagini-findings>: the right-hand panel of the viewer. In the page, not in a shadow root, so that one style sheet serves it.
import { FindingCard } from './card.js';
import { element, icon } from './dom.js';
import { whenImagesArrive } from './images.js';
import { listenForKeys } from './keys.js';
import { currentLanguage } from './language.js';
import { termIn } from './terms.js';
import { wordsIn } from './words.js';

/** The standing notices of the models involved, each once. */
export const noticesOf = findings => [...new Set(findings.map(finding => finding.model.notice).filter(Boolean))];

/** Trouble that does not pass by itself. */
const ENDS = new Set(['session', 'second-factor']);

export function definePanel(findings, show) {
  class FindingsPanel extends HTMLElement {
    connectedCallback() {
      this.language = currentLanguage();
      this.words = wordsIn(this.language);
      this.cards = new Map();
      this.marked = null; // the card that a, d and u act on; kept apart from the focus, which OHIF takes to the image
      this.lang = this.language;
      this.frame();
      const draw = () => this.draw();
      const drawPictures = () => this.cards.forEach(card => card.drawPicture());
      findings.addEventListener('change', draw);
      show.addEventListener('change', drawPictures);
      const stops = [
        findings.watch(),
        listenForKeys(action => this.act(action)),
        whenImagesArrive(() => findings.list ?? [], drawPictures),
      ];
      this.leave = () => {
        findings.removeEventListener('change', draw);
        show.removeEventListener('change', drawPictures);
        stops.forEach(stop => stop());
      };
      draw();
    }

    disconnectedCallback() {
      this.leave();
    }

    frame() {
      this.notices = element('div', { class: 'notices' });
      this.list = element('ul', { 'aria-label': this.words.title });
      this.state = element('div', { class: 'panel-state', role: 'status' });
      const keys = ['J', 'K'].map(key => element('kbd', {}, key));
      this.hint = element('p', { class: 'keys' }, ...keys, ` ${this.words.keys}`);
      this.replaceChildren(this.notices, this.state, this.list, this.hint);
    }

    draw() {
      const list = findings.list ?? [];
      this.notices.replaceChildren(...noticesOf(list).map(notice => element('p', { class: 'notice' }, termIn(this.language, notice))));
      this.state.replaceChildren(...this.sentence());
      this.hint.hidden = list.length === 0;
      const cards = list.map(finding => this.card(finding));
      if (cards.some((card, at) => card.root !== this.list.children[at]) || cards.length !== this.list.children.length) {
        this.list.replaceChildren(...cards.map(card => card.root));
      }
    }

    card(finding) {
      const known = this.cards.get(finding.id);
      known?.update(finding, findings.mayDecide);
      const card = known ?? new FindingCard(finding, { words: this.words, language: this.language, findings, show });
      if (!known) card.root.addEventListener('focusin', () => this.mark(card));
      this.cards.set(finding.id, card);
      return card;
    }

    sentence() {
      const { words } = this;
      if (ENDS.has(findings.error?.kind)) return [icon('failed'), words.errors[findings.error.kind]];
      if (findings.error) return [icon('failed'), words.errors[`${findings.error.kind}Load`]];
      if (!findings.list) return [element('span', { class: 'skeleton', 'aria-label': words.loading })];
      if (!findings.list.length) return [words.none];
      return findings.mayDecide ? [] : [words.onlyLooking];
    }

    mark(card) {
      this.marked?.mark(false);
      this.marked = card;
      card?.mark(true);
    }

    /** j and k move the mark; a, d and u act on the marked card. The first key of all only marks the first card. */
    act(action) {
      const cards = (findings.list ?? []).map(finding => this.cards.get(finding.id));
      const at = cards.indexOf(this.marked);
      const step = { next: 1, previous: -1 }[action] ?? 0;
      if (at >= 0 && !step) return findings.mayDecide && this.marked[action]();
      cards[Math.min(Math.max(at < 0 ? 0 : at + step, 0), cards.length - 1)]?.root.focus();
    }
  }
  customElements.define('imagini-findings', FindingsPanel);
}
