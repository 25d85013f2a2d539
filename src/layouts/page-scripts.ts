/* What every page loads, in one file: each more would be a request and a task of its own. */
import '../components/reveal.ts';
import '../components/SiteSearch.element.ts';
import '../components/ThemeSwitch.element.ts';
