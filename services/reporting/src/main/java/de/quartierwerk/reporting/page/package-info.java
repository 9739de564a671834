/** What all pages share: the style sheet and the headers under which they are answered. */
package de.quartierwerk.reporting.page;
