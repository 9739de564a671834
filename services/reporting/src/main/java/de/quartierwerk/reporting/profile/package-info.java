/** The profile of a social space (Sozialraumprofil): what is published about it, as JSON and as a page. */
@NullMarked
package de.quartierwerk.reporting.profile;

import org.jspecify.annotations.NullMarked;
