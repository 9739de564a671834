/** What all pages share: the style sheet and the response headers. */
@NullMarked
package de.quartierwerk.reporting.page;

import org.jspecify.annotations.NullMarked;
