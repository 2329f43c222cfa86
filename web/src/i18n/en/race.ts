// English messages of the training race.

export const race = {};
