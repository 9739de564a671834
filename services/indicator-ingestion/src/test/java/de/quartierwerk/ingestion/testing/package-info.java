/** What the tests of several features share: calls of the API, and a small region of spaces. */
package de.quartierwerk.ingestion.testing;
