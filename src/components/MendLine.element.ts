/** Shows the button of a line where the browser can copy, and says whether it did. */
class MendLine extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector('.mend-text');
    const button = this.querySelector('button');
    const status = this.querySelector('[role=status]');
    // Browsers have no clipboard for pages that came unprotected: there the line is copied by hand.
    if (text === null || button === null || status === null || !navigator.clipboard) return;
    this.classList.add('able');
    button.onclick = async () => {
      try {
        await navigator.clipboard.writeText(text.textContent.trim());
        status.textContent = this.dataset.copied ?? '';
      } catch {
        getSelection()?.selectAllChildren(text);
        status.textContent = this.dataset.selected ?? '';
      }
    };
  }
}

customElements.define('mend-line', MendLine);
