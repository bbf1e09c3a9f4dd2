export { officePort } from '../word/office';
