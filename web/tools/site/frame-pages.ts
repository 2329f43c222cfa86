// Makes the pages for frames work without an origin: what the browser loads only by CORS waits in a
// template for `frame.js`, and style sheets come without.

import type { Plugin } from 'vite';

const BY_CORS = /[ \t]*<(?:link|script)\b[^>]*\scrossorigin\b[^>]*>(?:<\/script>)?\n?/g;

export const framePages: Plugin = {
  name: 'frame-pages',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      if (!html.includes(' data-figure="')) return html;
      const waiting: string[] = [];
      const rest = html.replace(BY_CORS, (tag) => {
        if (tag.includes('rel="stylesheet"')) return tag.replace(/\scrossorigin\b/, '');
        waiting.push(tag);
        return '';
      });
      const template = `<template>\n${waiting.join('')}</template>`;
      return rest.replace(
        '</head>',
        `${template}\n<script defer src="../../frame.js"></script>\n</head>`,
      );
    },
  },
};
