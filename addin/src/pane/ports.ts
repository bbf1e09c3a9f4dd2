export { browserPort } from '../word/browser';
export { officePort } from '../word/office';
