/** The folder of the files whose names hold a sum of their content: what is there under a name never changes. */
export const ASSETS = '_assets';
