/** Readable descriptions of schemes, made from their documents in German and English. */
package de.quartierwerk.classification.scheme.description;
