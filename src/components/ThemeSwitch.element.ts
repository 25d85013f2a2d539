const KEY = 'milepost-theme';

/** Switches between light and dark and remembers a choice that is not the system's. Tells the page by `themechange`. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button === null) return;
    const system = matchMedia('(prefers-color-scheme: dark)');
    const isDark = () =>
      (document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
    const show = () => {
      button.ariaPressed = String(isDark());
      dispatchEvent(new Event('themechange'));
    };
    button.onclick = () => {
      const dark = !isDark();
      if (dark === system.matches) {
        delete document.documentElement.dataset.theme;
        localStorage.removeItem(KEY);
      } else {
        const theme = dark ? 'dark' : 'light';
        document.documentElement.dataset.theme = theme;
        localStorage.setItem(KEY, theme);
      }
      show();
    };
    system.onchange = show;
    button.ariaPressed = String(isDark());
  }
}

customElements.define('theme-switch', ThemeSwitch);
