/** The profile of a social space (Sozialraumprofil): what is published about it, as JSON and as a page. */
package de.quartierwerk.reporting.profile;
