// A course site of somebody else, made with VitePress.
import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Neural Networks I',
  base: '/vitepress/',
  themeConfig: {
    search: { provider: 'local' },
    sidebar: [
      { text: 'Week 1', link: '/' },
      { text: 'Week 5', link: '/week-5' },
    ],
  },
  // recipe vitepress-config
});
