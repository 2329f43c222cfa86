// English messages of the activation plot.

export const plot = {
  title: 'Activation functions and their derivatives',
};
