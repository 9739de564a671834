/**
 * Classification schemes (Klassifikationsschemata): methods as documents, checked against a JSON Schema and against
 * what the platform knows, stored in immutable versions, approved by a steward.
 */
package de.quartierwerk.classification.scheme;
