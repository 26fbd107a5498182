// One finding: what the model says, where, and what the radiologist decides.
import { describeBox } from './describe_box.js';
import { element, icon } from './dom.js';
import { formatPercent, formatTime } from './language.js';
import { meter } from './meter.js';
import { termIn } from './terms.js';
import { thumbnail } from './thumbnail.js';
import { sentenceFor } from './words.js';

export class FindingCard {
  /** @param context {words, language, findings, show} */
  constructor(finding, context) {
    this.context = context;
    this.declining = false;
    this.head = element('div', { class: 'head' });
    this.picture = element('div');
    this.verdict = element('div', { class: 'verdict' });
    this.actions = element('div', { class: 'actions' });
    this.message = element('div', { class: 'message', role: 'alert' });
    this.description = describeBox(text => context.findings.describe(this.finding, text), context.words);
    this.reason = this.reasonForm();
    this.root = element('li', { class: 'card', tabindex: -1 }, this.head,
      element('div', { class: 'body' }, this.picture, this.verdict), this.actions, this.message, this.description.root);
    this.update(finding, context.findings.mayDecide);
  }

  /** Draws again what changed; a text being typed stays as it is. */
  update(finding, mayDecide) {
    const unchanged = JSON.stringify(finding) === JSON.stringify(this.finding) && mayDecide === this.mayDecide;
    this.finding = finding;
    this.mayDecide = mayDecide;
    if (unchanged) return;
    this.description.update(finding.description, mayDecide);
    this.draw();
  }

  draw() {
    const { finding, context } = this;
    const { words, language } = context;
    const focused = this.root.contains(document.activeElement);
    if (finding.status !== 'undecided') this.declining = false;
    this.root.className = `card ${finding.status}`;
    this.head.title = words.model(finding.model.name, finding.model.version);
    this.head.replaceChildren(
      element('span', { class: 'label' }, termIn(language, finding.label)),
      element('span', { class: 'percent' }, formatPercent(finding.probability, language)),
      meter(finding, words, language));
    this.verdict.replaceChildren(...this.state());
    this.actions.replaceChildren(...this.choices());
    this.drawPicture();
    if (focused && !this.root.contains(document.activeElement)) this.root.focus();
  }

  drawPicture() {
    const focused = this.picture.contains(document.activeElement);
    const missing = () => this.message.replaceChildren(icon('failed'), element('span', {}, this.context.words.notShown));
    this.picture.replaceChildren(thumbnail(this.finding, this.context, missing));
    if (focused) this.picture.firstChild.focus();
  }

  /** Where the finding stands, in a word with its icon. */
  state() {
    const { finding, context } = this;
    const { words, language } = context;
    const who = finding.decided_by ? words.by(finding.decided_by) : '';
    const when = formatTime(finding.decided_at, language);
    const line = [words[finding.status], who, when].filter(Boolean).join(' ');
    return [
      element('p', { class: 'state' }, icon(finding.status), line),
      finding.reason ? element('q', {}, finding.reason) : null,
      finding.status === 'undecided' && this.mayDecide ? element('p', { class: 'question' }, words.question) : null,
    ].filter(Boolean);
  }

  choices() {
    const { words } = this.context;
    if (!this.mayDecide) return [];
    if (this.declining) return [this.reason];
    if (this.finding.status !== 'undecided') return [this.button(words.undo, 'quiet', () => this.undo(), 'u')];
    return [
      this.button(words.approve, 'primary', () => this.approve(), 'a'),
      this.button(words.decline, '', () => this.decline(), 'd'),
    ];
  }

  reasonForm() {
    const { words } = this.context;
    const reason = element('input', { type: 'text', maxlength: 500, placeholder: words.reason, 'aria-label': words.reason });
    const onsubmit = event => {
      event.preventDefault();
      this.attempt(() => this.context.findings.decline(this.finding, reason.value.trim()));
    };
    const onkeydown = event => event.key === 'Escape' && this.decline(false);
    return element('form', { onsubmit, onkeydown }, reason,
      element('div', { class: 'actions' },
        element('button', { type: 'submit', class: 'danger' }, words.decline),
        this.button(words.cancel, 'quiet', () => this.decline(false))));
  }

  button(text, style, onclick, key) {
    const hint = key ? element('kbd', { 'aria-hidden': 'true' }, key.toUpperCase()) : null;
    return element('button', { type: 'button', class: style, onclick, 'aria-keyshortcuts': key }, text, hint);
  }

  /** Marks the card as the one that the keys act on. */
  mark(marked) {
    if (marked) this.root.setAttribute('aria-current', 'true');
    else this.root.removeAttribute('aria-current');
  }

  approve() {
    if (this.finding.status === 'undecided') this.attempt(() => this.context.findings.approve(this.finding));
  }

  undo() {
    if (this.finding.status !== 'undecided') this.attempt(() => this.context.findings.undo(this.finding));
  }

  /** Asks for the optional reason first; Enter declines, Escape goes back. */
  decline(asking = true) {
    if (this.finding.status !== 'undecided') return;
    this.declining = asking;
    this.draw();
    (asking ? this.reason.querySelector('input') : this.root).focus();
  }

  /** Runs one change; a failure stands in the card with its remedy, and nothing typed is lost. */
  async attempt(change) {
    this.message.replaceChildren();
    this.root.setAttribute('aria-busy', 'true');
    try {
      await change();
    } catch (error) {
      this.message.replaceChildren(...this.remedy(error, () => this.attempt(change)));
    } finally {
      this.root.removeAttribute('aria-busy');
    }
  }

  remedy(error, again) {
    const { words } = this.context;
    const [href, text] = { session: ['/auth/signin', words.signIn], 'second-factor': ['/profile', words.setUp] }[error.kind] ?? [];
    const next = href ? element('a', { href, target: '_blank' }, text) : this.button(words.retry, 'quiet', again);
    return [icon('failed'), element('span', {}, sentenceFor(error, words)), next];
  }
}
