/** Documents for people, written once and shown as a page or as a file for word processors. */
@NullMarked
package de.quartierwerk.funding.document;

import org.jspecify.annotations.NullMarked;
