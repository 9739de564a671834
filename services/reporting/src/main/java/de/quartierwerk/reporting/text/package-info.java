/**
 * How things are written for people: periods, numbers with the disclosure marks of official statistics, and the words
 * of the pages in German and English. Pure functions without any framework.
 */
@NullMarked
package de.quartierwerk.reporting.text;

import org.jspecify.annotations.NullMarked;
