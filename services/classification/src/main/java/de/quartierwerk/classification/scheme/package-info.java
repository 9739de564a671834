/**
 * Classification schemes (Klassifikationsschemata): methods as documents, checked against a JSON Schema and against
 * what the platform knows, stored in immutable versions, approved by a steward.
 */
@NullMarked
package de.quartierwerk.classification.scheme;

import org.jspecify.annotations.NullMarked;
