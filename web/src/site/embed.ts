// The one script of an embedding page: figures work wherever the page puts their elements.

import { loadFigures } from '../widgets/index.ts';

loadFigures();

export { loadFigure } from '../widgets/index.ts';
