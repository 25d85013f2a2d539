import type { AstroIntegration } from 'astro';

/** The design language's own page, at `/design/` while the site is developed; no built site has it. */
export function designPage(): AstroIntegration {
  return {
    name: 'milepost-design',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command === 'dev')
          injectRoute({ pattern: '/design/', entrypoint: new URL('./Design.astro', import.meta.url) });
      },
    },
  };
}
