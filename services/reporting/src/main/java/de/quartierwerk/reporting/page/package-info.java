/** What all pages share: the style sheet and the headers under which they are answered. */
@NullMarked
package de.quartierwerk.reporting.page;

import org.jspecify.annotations.NullMarked;
