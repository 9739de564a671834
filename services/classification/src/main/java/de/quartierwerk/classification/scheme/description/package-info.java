/** Readable descriptions of schemes, made from their documents in German and English. */
@NullMarked
package de.quartierwerk.classification.scheme.description;

import org.jspecify.annotations.NullMarked;
