// English messages of the site shell.

export const site = {};
